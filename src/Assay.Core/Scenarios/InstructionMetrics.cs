using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Metrics.InstructionFollowing;

namespace Assay.Core.Scenarios;

/// <summary>
/// IFEval's checks of instructions. The instance's fields <c>instruction_id_list</c> and <c>kwargs</c> (JSON) say what is checked; a check that cannot tell
/// leaves
/// the instance out.
/// </summary>
internal static class InstructionMetrics
{
    public static IEnumerable<ScenarioMetric> All =>
    [
        Of("ifeval_prompt_strict", static evaluation => Number(evaluation.FollowsAllStrictly)),
        Of("ifeval_prompt_loose", static evaluation => Number(evaluation.FollowsAllLoosely)),
        OverInstructions("ifeval_instruction_strict", static evaluation => evaluation.Strict),
        OverInstructions("ifeval_instruction_loose", static evaluation => evaluation.Loose),
    ];

    private static InstanceMetric Of(string name, Func<InstructionEvaluation, double?> figure) => new()
    {
        Name = name,
        Kind = MetricKind.Accuracy,
        HigherIsBetter = true,
        Score = completion => figure(Evaluation(completion)),
    };

    private static double? Number(bool? follows) => follows is { } known ? known ? 1 : 0 : null;

    // Every instruction counts once, however many its prompt has: of each prompt the numbers of those followed and of those that could be told are kept.
    private static CorpusMetric OverInstructions(string name, Func<InstructionEvaluation, IEnumerable<CheckResult>> results)
    {
        string followed = $"{name}: followed", told = $"{name}: told";
        return new CorpusMetric
        {
            Name = name,
            Kind = MetricKind.Accuracy,
            HigherIsBetter = true,
            ReasonIfAbsent = "No check could tell whether its instruction was followed.",
            Keep = completion =>
            {
                CheckResult[] known = [.. results(Evaluation(completion)).Where(static result => result.IsFollowed is not null)];
                return [KeyValuePair.Create(followed, (double)known.Count(static result => result.IsFollowed == true)), KeyValuePair.Create(told, (double)known.Length)];
            },
            Prepare = instances =>
            {
                (double Followed, double Told)[] counts = [.. instances.Select(one => (one.Scores.GetValueOrDefault(followed), one.Scores.GetValueOrDefault(told)))];
                return sample =>
                {
                    double all = sample.Sum(place => counts[place].Told);
                    return all == 0 ? null : sample.Sum(place => counts[place].Followed) / all;
                };
            },
        };
    }

    private static InstructionEvaluation Evaluation(ReadCompletion completion) => InstructionEvaluation.Of(Checks(completion.Instance), completion.Text);

    private static InstructionCheck[] Checks(Instance instance)
    {
        if (!instance.Fields.TryGetValue("instruction_id_list", out string? ids) || !instance.Fields.TryGetValue("kwargs", out string? arguments))
            throw new InputException("IFEval's metrics need the fields instruction_id_list and kwargs; name their columns in \"fields\".");
        try
        {
            using JsonDocument names = JsonDocument.Parse(ids), values = JsonDocument.Parse(arguments);
            return
            [
                .. names.RootElement.EnumerateArray()
                    .Zip(values.RootElement.EnumerateArray(), static (id, given) => InstructionChecks.Create(id.GetString()!, given.Clone())),
            ];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InputException($"Instance {instance.Id}: instruction_id_list and kwargs must be JSON arrays, as IFEval has them.", error);
        }
    }
}
