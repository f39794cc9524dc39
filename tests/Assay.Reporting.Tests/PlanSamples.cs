using Assay.Core.Planning;
using Assay.Statistics.Planning;

namespace Assay.Reporting.Tests;

/// <summary>Plans to show.</summary>
internal static class PlanSamples
{
    public static EvaluationPlan FromRun() => PlanBuilder.FromPilot(
        new PilotComponents("new", "old", new VarianceComponents(0.1, 0.02, 0.03), 2, 2, 120, 0.1, 0.0021m), new PlanOptions { Difference = 0.03, Instructions = 805, MostRepeats = 2 });

    public static EvaluationPlan Stated() => PlanBuilder.FromDeviation(0.4, new PlanOptions { Difference = 0.03 });
}
