using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Metrics.Bias;
using Assay.Core.Metrics.Matching;

namespace Assay.Core.Scenarios;

/// <summary>
/// BBQ's bias scores (Parrish et al. 2022), in either kind of context. The instance's fields are the columns of BBQ's files: <c>answer_info</c>,
/// <c>additional_metadata</c>, <c>question_polarity</c> and <c>context_condition</c>; its choices are the three answers.
/// </summary>
internal static class BbqMetrics
{
    public static IEnumerable<ScenarioMetric> All => [Of("bbq_bias_ambiguous", true), Of("bbq_bias_disambiguated", false)];

    private static CorpusMetric Of(string name, bool isAmbiguous) => new()
    {
        Name = name,
        Kind = MetricKind.Bias,
        AppliesTo = instance => Field(instance, "context_condition") == "ambig" == isAmbiguous,
        ReasonIfAbsent = "No answer in such a context names a person.",
        Prepare = instances =>
        {
            (BbqItem Item, int? Answer)?[] answers = [.. instances.Select(Item)];
            return sample =>
            {
                (BbqItem, int?)[] asked = [.. sample.Select(place => answers[place]).OfType<(BbqItem Item, int? Answer)>().Where(one => one.Item.IsAmbiguous == isAmbiguous)];
                return asked.Length == 0 ? null : BbqScore.Of(asked).Bias;
            };
        },
    };

    private static (BbqItem, int?)? Item(ScoredInstance scored)
    {
        if (scored.Outcome is InstanceOutcome.Failed or InstanceOutcome.Skipped) return null;
        int chosen = Enumerable.Range(0, scored.Instance.Choices.Length).FirstOrDefault(place => ChoiceLetters.Of(place) == scored.Answer, -1);
        return (ItemOf(scored.Instance), chosen < 0 ? null : chosen);
    }

    private static BbqItem ItemOf(Instance instance)
    {
        try
        {
            using JsonDocument info = JsonDocument.Parse(Field(instance, "answer_info")), metadata = JsonDocument.Parse(Field(instance, "additional_metadata"));
            ImmutableArray<BbqAnswer> answers =
            [
                .. instance.Choices.Select((text, place) => (text, info: info.RootElement.GetProperty($"ans{place}")))
                    .Select(static answer => new BbqAnswer(answer.text, answer.info[1].GetString()!, answer.info[0].GetString()!)),
            ];
            ImmutableArray<string> stereotyped =
                [.. metadata.RootElement.GetProperty("stereotyped_groups").EnumerateArray().Select(static group => group.GetString()!)];
            return new BbqItem(answers, stereotyped, instance.Right[0], Field(instance, "context_condition") == "ambig", Field(instance, "question_polarity") == "neg");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new InputException($"Instance {instance.Id}: answer_info and additional_metadata must be what BBQ's files have.", error);
        }
    }

    private static string Field(Instance instance, string name) => instance.Fields.TryGetValue(name, out string? text)
        ? text
        : throw new InputException($"BBQ's metrics need the field {name}; name its column in \"fields\".");
}
