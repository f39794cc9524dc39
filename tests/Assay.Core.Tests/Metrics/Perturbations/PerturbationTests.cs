using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Metrics.Perturbations;
using Assay.Statistics.Resampling;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.Perturbations;

public sealed class PerturbationTests
{
    private const string File = "perturbations.json";

    [ReferenceTheory]
    [ReferenceEntries(File)]
    public void Rewritten_texts_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        string text = entry.Input.GetProperty("text").GetString()!;
        string rewritten = Perturbation(entry.Input).Apply(text, new RandomStream(1, 0));
        switch (entry.Input.GetProperty("perturbation").GetString())
        {
            case "space":
                Assert.Equal(text, Regex.Replace(rewritten, " +", " "));
                Assert.InRange(Regex.Matches(rewritten, " +").Max(static run => run.Length), 1, entry.Expected.GetProperty("longest_run").GetInt32());
                break;
            case "typos":
                Assert.Equal(text.Length, rewritten.Length);
                Assert.All(text.Zip(rewritten), static pair =>
                    Assert.True(pair.First == pair.Second || (char.IsAsciiLetter(pair.First) && char.IsUpper(pair.First) == char.IsUpper(pair.Second))));
                break;
            default:
                Assert.Equal(entry.Expected.ValueKind == JsonValueKind.Object ? entry.Expected.GetProperty("text").GetString() : entry.Expected.GetString(),
                    rewritten);
                break;
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_typos() => Prop.ForAll<string>(static text =>
        new TypoPerturbation(0.5) is var typos && typos.Apply(text ?? "", new RandomStream(7, 3)) == typos.Apply(text ?? "", new RandomStream(7, 3)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Typos_are_about_as_frequent_as_asked()
    {
        string text = new('a', 10_000);
        Assert.InRange(new TypoPerturbation(0.1).Apply(text, new RandomStream(5, 0)).Count(static letter => letter != 'a'), 850, 1150);
    }

    [Fact]
    public void A_typo_is_a_neighbour_on_the_keyboard() =>
        Assert.All(new TypoPerturbation(1).Apply(new string('g', 200), new RandomStream(5, 0)), static letter => Assert.Contains(letter, "fhtyvb"));

    [Fact]
    public void Without_probability_nothing_changes() => Prop.ForAll<string>(static text =>
        new TypoPerturbation(0).Apply(text ?? "", new RandomStream(1, 1)) == (text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Extra_spaces_go_away_again() => Prop.ForAll<NonNull<string>>(static text =>
        WithoutSpaces(new SpacePerturbation(4).Apply(text.Get, new RandomStream(1, 1))) == WithoutSpaces(text.Get)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("JACK met Jack.", "LAMAR met Lamar.")]
    [InlineData("jack-in-the-box", "jack-in-the-box")]
    [InlineData("", "")]
    public void Words_keep_their_case_and_borders(string text, string expected) =>
        Assert.Equal(expected, new WordPerturbation("person_name", Words("jack", "lamar")).Apply(text, new RandomStream(1, 0)));

    [Fact]
    public void A_name_keeps_the_name_it_was_given()
    {
        WordPerturbation names = new("person_name", new WordLists([new("jack", ["a", "b", "c", "d", "e", "f"])])) { KeepsReplacement = true };
        string named = names.Apply(string.Join(' ', Enumerable.Repeat("jack", 50)), new RandomStream(9, 0));
        Assert.Single(named.Split(' ').Distinct());
    }

    [Theory]
    [InlineData(false, "It is not here; they are not.", "It's not here; they're not.")]
    [InlineData(false, "Yes, it is.", "Yes, it is.")]
    [InlineData(false, "Hawaii am I", "Hawaii am I")]
    [InlineData(true, "WHO's there? I can't say.", "Who is there? I cannot say.")]
    [InlineData(true, "o'who's", "o'who's")]
    public void English_contractions_come_with_it(bool isExpanding, string text, string expected) =>
        Assert.Equal(expected, new ContractionPerturbation(isExpanding).Apply(text, new RandomStream(1, 0)));

    [Fact]
    public void Gender_comes_with_it() =>
        Assert.Equal("Her mother saw herself.", new WordPerturbation("gender", EnglishGender.TermsToFemale).Apply(
            new WordPerturbation("gender", EnglishGender.PronounsToFemale).Apply("His father saw himself.", new RandomStream(1, 0)), new RandomStream(1, 0)));

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    public void A_list_of_something_else_than_words_is_an_error(string word) => Assert.Throws<InputException>(() => Words(word, "x"));

    [Fact]
    public void A_word_named_twice_is_an_error() => Assert.Throws<InputException>(() => WordLists.Of([new("a", "b"), new("A", "c")]));

    [Fact]
    public void A_probability_above_1_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new TypoPerturbation(1.1));

    [Fact]
    public void Perturbations_of_equal_parts_are_equal() =>
        Assert.Equal(new WordPerturbation("dialect", Words("this", "dis")), new WordPerturbation("dialect", Words("This", "dis")));

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static WordLists Words(string word, string replacement) => WordLists.Of([new(word, replacement)]);

    private static Perturbation Perturbation(JsonElement input)
    {
        string kind = input.GetProperty("perturbation").GetString()!;
        return kind switch
        {
            "extra_space" => new ExtraSpacePerturbation(input.GetProperty("num_spaces").GetInt32()),
            "lowercase" => new LowercasePerturbation(),
            "suffix" => new SuffixPerturbation(input.GetProperty("suffix").GetString()!),
            "contraction" => new ContractionPerturbation(isExpanding: false, Mapping()),
            "expansion" => new ContractionPerturbation(isExpanding: true, Mapping()),
            "space" => new SpacePerturbation(input.GetProperty("max_spaces").GetInt32()),
            "typos" => new TypoPerturbation(input.GetProperty("probability").GetDouble()),
            _ => new WordPerturbation(kind, WordLists.Of(Mapping()), input.TryGetProperty("probability", out JsonElement probability)
                ? probability.GetDouble() : 1)
            {
                KeepsReplacement = kind == "person_name",
            },
        };

        IEnumerable<KeyValuePair<string, string>> Mapping() =>
            input.GetProperty("mapping").EnumerateObject().Select(static pair => KeyValuePair.Create(pair.Name, pair.Value.GetString()!));
    }
}
