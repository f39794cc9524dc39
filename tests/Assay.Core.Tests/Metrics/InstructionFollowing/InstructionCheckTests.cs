using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Metrics.InstructionFollowing;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.InstructionFollowing;

public sealed class InstructionCheckTests
{
    private const string File = "instruction_following.json";

    [ReferenceTheory]
    [ReferenceEntries(File)]
    public void Checks_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        string check = Text(entry, "check");
        switch (check)
        {
            case "count_sentences":
                Assert.Equal(entry.Expected.GetInt32(), ResponseText.CountSentences(Text(entry, "text")));
                return;
            case "count_words":
                Assert.Equal(entry.Expected.GetInt32(), ResponseText.CountWords(Text(entry, "text")));
                return;
            case "split_into_sentences":
                Assert.Equal(entry.Expected.EnumerateArray().Select(static sentence => sentence.GetString()), ResponseText.Sentences(Text(entry, "text")));
                return;
        }
        bool? expected = entry.Expected.ValueKind == JsonValueKind.String ? null : entry.Expected.GetBoolean();
        Assert.Equal(expected, Check(check, entry.Input).Check(Text(entry, "response")).IsFollowed);
    }

    [Theory]
    [InlineData("안녕하세요", "ko", true)]
    [InlineData("これは日本語です", "ja", true)]
    [InlineData("这是中文", "ja", false)]
    [InlineData("Hello there", "ko", false)]
    [InlineData("Das ist nicht der Hund, und die Katze auch nicht.", "de", true)]
    [InlineData("Das ist nicht der Hund, und die Katze auch nicht.", "en", false)]
    [InlineData("Это русский язык", "ru", null)]
    [InlineData("To jest po polsku", "pl", null)]
    [InlineData("Wow", "en", null)]
    [InlineData("123", "en", null)]
    public void A_language_is_told_only_where_it_can_be(string response, string language, bool? isFollowed) =>
        Assert.Equal(isFollowed, new ResponseLanguage(language).Check(response).IsFollowed);

    [Fact]
    public void A_language_that_cannot_be_told_is_refused_by_name() =>
        Assert.Contains("\"pl\"", new ResponseLanguage("pl").Check("To jest po polsku").Reason!, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_language_is_an_error() => Assert.Throws<InputException>(() => new ResponseLanguage("tlh"));

    [Fact]
    public void A_loose_check_forgives_an_introduction_and_stars()
    {
        InstructionEvaluation result = InstructionEvaluation.Of([new JsonFormat(), new Quotation(), new NoComma()], "Here you are:\n*\"{}\"*");
        Assert.Equal([false, false, true], result.Strict.Select(static check => check.IsFollowed));
        Assert.Equal([true, true, true], result.Loose.Select(static check => check.IsFollowed));
        Assert.Equal((false, true), (result.FollowsAllStrictly, result.FollowsAllLoosely));
    }

    [Fact]
    public void A_blank_response_follows_nothing() => Assert.Equal(false, InstructionEvaluation.Of([new NoComma()], " \n").FollowsAllLoosely);

    [Fact]
    public void One_check_that_cannot_tell_leaves_the_prompt_open() =>
        Assert.Null(InstructionEvaluation.Of([new NoComma(), new ResponseLanguage("pl")], "Dobrze").FollowsAllStrictly);

    [Fact]
    public void What_is_followed_strictly_is_followed_loosely() => Prop.ForAll<string>(static text =>
    {
        InstructionEvaluation result = InstructionEvaluation.Of([new NoComma(), new BulletCount(1), new WordCount(new CountRelation(2, false)), new Title()],
            text ?? "");
        return result.Strict.Zip(result.Loose).All(static pair => pair.First.IsFollowed != true || pair.Second.IsFollowed == true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_id_of_ifeval_has_a_check()
    {
        using JsonDocument arguments = JsonDocument.Parse("""
            {
              "keywords": ["a"], "keyword": "a", "frequency": 1, "relation": "at least", "forbidden_words": ["b"], "letter": "a", "let_frequency": 1,
              "let_relation": "at least", "language": "en", "num_sentences": 1, "num_paragraphs": 1, "num_words": 1.0, "nth_paragraph": 1, "first_word": "a",
              "num_placeholders": 0, "postscript_marker": "P.S.", "num_bullets": 0, "num_highlights": 0, "section_spliter": "Section", "num_sections": 0,
              "prompt_to_repeat": "a", "end_phrase": "a", "capital_frequency": 1, "capital_relation": "less than"
            }
            """);
        Assert.Equal(25, InstructionChecks.Ids.Select(id => InstructionChecks.Create(id, arguments.RootElement)).Distinct().Count());
    }

    [Fact]
    public void An_id_with_a_slip_is_an_error_that_names_the_nearest()
    {
        InputException error = Assert.Throws<InputException>(() => InstructionChecks.Create("keywords:existance", default));
        Assert.Equal("There is no instruction \"keywords:existance\"; did you mean 'keywords:existence'?", error.Message);
    }

    [Fact]
    public void A_missing_argument_is_an_error_that_names_it()
    {
        InputException error = Assert.Throws<InputException>(() =>
            InstructionChecks.Create("keywords:frequency", JsonDocument.Parse("{\"keyword\": null}").RootElement));
        Assert.Equal("The instruction \"keywords:frequency\" needs the argument \"keyword\", a text.", error.Message);
    }

    private static InstructionCheck Check(string check, JsonElement input)
    {
        string? id = InstructionChecks.Ids.FirstOrDefault(id => id.EndsWith(":" + Alias(check), StringComparison.Ordinal));
        if (id is not null) return InstructionChecks.Create(id, input);
        return check switch
        {
            "constrained_start" => new LineStartsWith(Field("starter")),
            "rephrase" => new RephraseStarred(Field("original_message")),
            "rephrase_paragraph" => new RephraseParagraph(Field("original_paragraph"), Number("low"), Number("high")),
            "key_sentences" =>
                new KeySentences([.. input.GetProperty("key_sentences").EnumerateArray().Select(static item => item.GetString()!)], Number("num_sentences")),
            _ => throw new InvalidOperationException(check),
        };

        string Field(string name) => input.GetProperty(name).GetString()!;

        int Number(string name) => input.GetProperty(name).GetInt32();
    }

    private static string Alias(string check) => check switch
    {
        "include_keywords" => "existence",
        "keyword_frequency" => "frequency",
        _ => check,
    };

    private static string Text(ReferenceEntry entry, string field) => entry.Input.GetProperty(field).GetString()!;
}
