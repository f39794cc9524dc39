using System.Text.Json;
using Assay.Core.Judging;
using Assay.Evaluation.Verdicts;
using Assay.TestSupport;

namespace Assay.Evaluation.Tests.Verdicts;

public sealed class ReferenceVerdictTests
{
    private const string File = "judge_analysis.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "log-probability verdict")]
    public void Log_probabilities_give_the_reference_preference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        LabelProbabilityReading reading = Samples.LabelReading with { IsBinarized = entry.Input.GetProperty("binarize").GetBoolean() };
        (string, double)[] top = [.. entry.Input.GetProperty("top_logprobs").EnumerateObject().Select(token => (token.Name, token.Value.GetDouble()))];
        double preference = 1 + new VerdictReader(reading).Read(Samples.Labels(top)).SecondPreference!.Value;
        Assert.Equal(entry.Expected.GetDouble(), preference, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "ranking parser")]
    public void Rankings_give_the_reference_preference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        RankingReading reading = new() { First = entry.Input.GetProperty("model_1").GetString()!, Second = "model_2" };
        Check(entry.Expected, new VerdictReader(reading).Read(Samples.Answer(entry.Input.GetProperty("completion").GetString()!)));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "verdict parser", "pattern parser")]
    public void Patterns_give_the_reference_preference_that_comes_first(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        PatternReading reading = new()
        {
            Patterns =
            [
                .. entry.Input.GetProperty("patterns").EnumerateObject()
                    .Select(pattern => new VerdictValue(pattern.Value.GetString()!, pattern.Name == "1" ? 0 : 1)),
            ],
        };
        JsonElement expected = entry.Expected.ValueKind == JsonValueKind.Array ? entry.Expected[0] : entry.Expected;
        Check(expected, new VerdictReader(reading).Read(Samples.Answer(entry.Input.GetProperty("completion").GetString()!)));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "json parser '{", "json parser 'blah")]
    public void Json_gives_the_reference_value(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        string value = entry.Expected[0].GetRawText();
        JsonFieldReading reading = new() { Field = entry.Input.GetProperty("key").GetString()!, Values = [new VerdictValue(value, 1)] };
        Assert.Equal(1, new VerdictReader(reading).Read(Samples.Answer(entry.Input.GetProperty("completion").GetString()!)).SecondPreference);
    }

    private static void Check(JsonElement expected, VerdictRead read)
    {
        if (expected.ValueKind == JsonValueKind.Number) Assert.Equal(expected.GetDouble(), 1 + read.SecondPreference!.Value);
        else Assert.Equal(Outcome.Unparsed, read.Outcome);
    }
}
