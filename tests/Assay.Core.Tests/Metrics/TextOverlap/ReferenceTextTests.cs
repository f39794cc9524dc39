using System.Text.Json;
using Assay.Core.Metrics.TextOverlap;
using Assay.TestSupport;

namespace Assay.Core.Tests.Metrics.TextOverlap;

public sealed class ReferenceTextTests
{
    private const string File = "text_metrics.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "bleu_1")]
    public void Bleu_1_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        bool isWords = Text(entry, "tokens").Contains("white space", StringComparison.Ordinal);
        BleuOptions options = BleuOptions.Unigram with { Tokens = isWords ? TextTokens.WhiteSpace : TextTokens.Characters };
        Assert.Equal(entry.Expected.GetDouble(), Bleu.Sentence([Text(entry, "gold")], Text(entry, "pred"), options), entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "self_bleu")]
    public void Self_bleu_equals_the_reference_in_percent(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        double percent = 100 * Bleu.Self(entry.Input.GetProperty("texts").EnumerateArray().Select(static text => text.GetString()!));
        if (entry.Expected.ValueKind == JsonValueKind.Number) Assert.Equal(entry.Expected.GetDouble(), percent, entry.Tolerance);
        else Assert.InRange(percent, double.Epsilon, 100 - 1e-9);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "monte_carlo_entropy")]
    public void The_monte_carlo_entropy_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        Assert.Equal(
            entry.Expected.GetDouble(), MonteCarloEntropy.Of(ReferenceEntry.Matrix(entry.Input.GetProperty("token_logprobs_per_completion")))!.Value,
                entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "rouge")]
    public void Rouge_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        (string gold, string prediction) = (Text(entry, "gold"), Text(entry, "pred"));
        OverlapScore score = Text(entry, "metric") switch
        {
            "rouge_1" => Rouge.N(gold, prediction, 1, TextTokens.WhiteSpace),
            "rouge_2" => Rouge.N(gold, prediction, 2, TextTokens.WhiteSpace),
            _ => Rouge.L(gold, prediction, TextTokens.WhiteSpace),
        };
        Assert.Equal(entry.Expected.EnumerateObject().First().Value.GetInt32(), score.Overlap);
        Assert.Equal(entry.Expected.GetProperty("precision").GetDouble(), score.Precision, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("recall").GetDouble(), score.Recall, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("f1").GetDouble(), score.F1, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "word error rate")]
    public void The_word_error_rate_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        WordErrorRate rate = WordErrorRate.Of(Text(entry, "gold"), Text(entry, "pred"));
        Assert.Equal(entry.Expected.GetProperty("edits").GetInt32(), rate.Edits);
        Assert.Equal(entry.Expected.GetProperty("rate").GetDouble(), rate.Rate!.Value, entry.Tolerance);
    }

    private static string Text(ReferenceEntry entry, string field) => entry.Input.GetProperty(field).GetString()!;
}
