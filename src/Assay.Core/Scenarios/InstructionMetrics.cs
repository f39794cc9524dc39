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
        Of("ifeval_instruction_strict", static evaluation => Share(evaluation.Strict)),
        Of("ifeval_instruction_loose", static evaluation => Share(evaluation.Loose)),
    ];

    private static InstanceMetric Of(string name, Func<InstructionEvaluation, double?> figure) => new()
    {
        Name = name,
        Kind = MetricKind.Accuracy,
        HigherIsBetter = true,
        Score = completion => figure(InstructionEvaluation.Of(Checks(completion.Instance), completion.Text)),
    };

    private static double? Number(bool? follows) => follows is { } known ? known ? 1 : 0 : null;

    // Of one prompt; the mean over prompts weighs prompts alike, not instructions.
    private static double? Share(IReadOnlyList<CheckResult> results)
    {
        CheckResult[] known = [.. results.Where(static result => result.IsFollowed is not null)];
        return known.Length == 0 ? null : (double)known.Count(static result => result.IsFollowed == true) / known.Length;
    }

    private static InstructionCheck[] Checks(Instance instance)
    {
        if (!instance.Fields.TryGetValue("instruction_id_list", out string? ids) || !instance.Fields.TryGetValue("kwargs", out string? arguments))
            throw new InputException("IFEval's metrics need the fields instruction_id_list and kwargs; name their columns in \"fields\".");
        try
        {
            using JsonDocument names = JsonDocument.Parse(ids), values = JsonDocument.Parse(arguments);
            return [.. names.RootElement.EnumerateArray().Zip(values.RootElement.EnumerateArray(), static (id, given) => InstructionChecks.Create(id.GetString()!, given.Clone()))];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InputException($"Instance {instance.Id}: instruction_id_list and kwargs must be JSON arrays, as IFEval has them.", error);
        }
    }
}
