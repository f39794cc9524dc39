using System.Collections.Immutable;
using Assay.Evaluation.Gate;
using Assay.Evaluation.Summaries;

namespace ReleaseGate;

/// <summary>Turns conditions on a comparison into a test's result.</summary>
internal static class Gates
{
    /// <summary>Fails, with what each condition came to, unless the whole interval satisfies every condition.</summary>
    public static void Require(JudgeRunSummary summary, params ReadOnlySpan<string> conditions)
    {
        GateMeasures measures = GateMeasures.Of(summary);
        List<GateResult> results = [];
        foreach (string condition in conditions) results.Add(GateCondition.Parse(condition).Decide(measures));
        if (GateResult.Of([.. results]) == GateDecision.Pass) return;
        ImmutableArray<string> remarks = summary.Candidates.Single().Remarks;
        Assert.Fail(string.Join('\n', [.. results.Select(static result => result.Reason), .. remarks]));
    }
}
