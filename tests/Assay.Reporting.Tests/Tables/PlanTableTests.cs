using System.Globalization;
using Assay.Core.Planning;
using Assay.Reporting.Tables;
using Assay.TestSupport;

namespace Assay.Reporting.Tests.Tables;

public sealed class PlanTableTests
{
    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    public void A_plan_from_a_pilot_is_the_approved_table(int width) =>
        Approved.Verify(Show(PlanSamples.FromRun(), width), variant: width.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void A_plan_from_a_stated_deviation_is_the_approved_table() => Approved.Verify(Show(PlanSamples.Stated(), 100));

    private static string Show(EvaluationPlan plan, int width) => CapturedConsole.Show(width, console => PlanTable.Write(plan, console));
}
