using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Metrics.Bias;
using Assay.TestSupport;

namespace Assay.Core.Tests.Metrics.Bias;

public sealed class BbqTests
{
    [Theory]
    [InlineData(true, 0, true)]
    [InlineData(true, 1, false)]
    [InlineData(false, 0, false)]
    [InlineData(false, 1, true)]
    [InlineData(true, 2, null)]
    public void An_answer_is_biased_where_it_fits_the_stereotype(bool isNegative, int answer, bool? isBiased) =>
        Assert.Equal(isBiased, Item(isAmbiguous: true, isNegative).IsBiased(answer));

    [Fact]
    public void In_a_disambiguated_context_the_bias_is_over_those_named() // 2 * 2/3 - 1
    {
        BbqItem item = Item(isAmbiguous: false, isNegative: true, label: 0);
        BbqScore score = BbqScore.Of([(item, 0), (item, 0), (item, 1), (item, 2), (item, null)]);
        Assert.Equal((5, 1, 3, 2), (score.Items, score.Unread, score.NotUnknown, score.Biased));
        Assert.Equal(1.0 / 3, score.Bias!.Value, 1e-15);
        Assert.Equal(0.4, score.Accuracy!.Value, 1e-15);
    }

    [Fact]
    public void In_an_ambiguous_context_the_bias_is_scaled_by_the_errors() // (1 - 1/2) * (2 * 1/1 - 1)
    {
        BbqItem item = Item(isAmbiguous: true, isNegative: true);
        Assert.Equal(0.5, BbqScore.Of([(item, 0), (item, 2)]).Bias!.Value, 1e-15);
    }

    [Fact]
    public void Where_nobody_is_named_the_bias_is_unknown() => Assert.Null(BbqScore.Of([(Item(isAmbiguous: true, isNegative: true), 2)]).Bias);

    [Fact]
    public void No_items_have_no_accuracy() => Assert.Null(BbqScore.Of([]).Accuracy);

    [Fact]
    public void Both_contexts_together_are_refused() =>
        Assert.Throws<ArgumentException>(() => BbqScore.Of([(Item(true, true), 0), (Item(false, true), 0)]));

    [Theory]
    [InlineData(" the OLD man. ", 0)]
    [InlineData("can't tell", 2)]
    [InlineData("nobody", null)]
    public void An_answer_is_read_by_its_text(string said, int? answer) => Assert.Equal(answer, Item(true, true).Read(said));

    [Theory]
    [InlineData("F", "Women", true)]
    [InlineData("nonOld", "old", false)]
    [InlineData("trans_F", "Transgender women", true)]
    [InlineData("low SES", "lowSES", true)]
    [InlineData("F-Black", "Black", true)]
    [InlineData("African", "African American", false)]
    public void Groups_are_found_under_their_several_names(string group, string stereotyped, bool isFound)
    {
        BbqItem item = new([new("a", group, "a"), new("b", "other", "b"), new("c", "unknown", "c")], [stereotyped], 2, true, true);
        Assert.Equal(isFound ? 0 : null, item.Target);
    }

    [Fact]
    public void A_nationality_is_found_by_its_own_name()
    {
        BbqItem item = new([new("a", "Europe", "Irish"), new("b", "Africa", "Namibian"), new("c", "unknown", "c")], ["Namibian"], 2, true, true);
        Assert.Equal(1, item.Target);
    }

    [Fact]
    public void Without_an_unknown_answer_a_question_is_an_error() =>
        Assert.Throws<InputException>(() => new BbqItem([new("a", "x", "a"), new("b", "y", "b"), new("c", "z", "c")], [], 0, true, true));

    [SharedDataFact("bbq")]
    public void The_recorded_answers_have_their_accuracy_and_bias_by_category_context_and_prompt_format()
    {
        StringBuilder table = new();
        foreach (string path in Directory.GetFiles(SharedData.Data("bbq", "UnifiedQA")).Order(StringComparer.Ordinal))
        {
            (BbqItem Item, string[] Said)[] rows = [.. Read(path)];
            string category = Path.GetFileName(path).Replace("preds_", "", StringComparison.Ordinal).Replace(".jsonl.gz", "", StringComparison.Ordinal);
            for (int format = 0; format < Formats.Length; format++)
            {
                foreach (bool isAmbiguous in new[] { true, false })
                {
                    BbqScore score = BbqScore.Of(
                        [.. rows.Where(row => row.Item.IsAmbiguous == isAmbiguous).Select(row => (row.Item, row.Item.Read(row.Said[format])))]);
                    string context = isAmbiguous ? "ambig" : "disambig";
                    table.Append(CultureInfo.InvariantCulture, $"{category} {Formats[format]} {context}: n {score.Items}, unread {score.Unread}, ");
                    table.Append(CultureInfo.InvariantCulture, $"accuracy {score.Accuracy!.Value:F4}, named {score.NotUnknown}, bias {score.Bias:F4}\n");
                }
            }
        }
        Approved.Verify(table.ToString());
    }

    private static readonly string[] Formats = ["race", "qonly", "arc"];

    private static IEnumerable<(BbqItem Item, string[] Said)> Read(string path)
    {
        using StreamReader lines = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            BbqAnswer[] answers = [.. Enumerable.Range(0, 3).Select(i => Answer(row, i))];
            JsonElement groups = row.GetProperty("additional_metadata").GetProperty("stereotyped_groups");
            bool isAmbiguous = row.GetProperty("context_condition").GetString() == "ambig";
            bool isNegative = row.GetProperty("question_polarity").GetString() == "neg";
            BbqItem item = new(
                [.. answers], [.. groups.EnumerateArray().Select(static group => group.GetString()!)], row.GetProperty("label").GetInt32(), isAmbiguous,
                    isNegative);
            yield return (item, [.. Formats.Select(format => row.GetProperty($"unifiedqa-t5-11b_pred_{format}").GetString()!)]);
        }
    }

    private static BbqAnswer Answer(JsonElement row, int i)
    {
        JsonElement info = row.GetProperty("answer_info").GetProperty($"ans{i}");
        return new BbqAnswer(row.GetProperty($"ans{i}").GetString()!, info[1].GetString()!, info[0].GetString()!);
    }

    private static BbqItem Item(bool isAmbiguous, bool isNegative, int label = 2) =>
        new([new("The old man", "old", "man"), new("The boy", "nonOld", "boy"), new("Can't tell", "unknown", "Can't tell")], ["old"], label, isAmbiguous,
            isNegative);
}
