using Assay.Statistics.Estimation;
using Assay.TestSupport;

namespace Assay.Statistics.Tests.Estimation;

public sealed class ProportionEstimateTests
{
    [ReferenceTheory]
    [ReferenceEntries("intervals.json", "Wilson 8", "Wilson 0", "Wilson 10", "Wilson 45", "Wilson 1/")]
    public void The_interval_is_the_reference_one(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("intervals.json", name);
        Estimate estimate = ProportionEstimate.Of(
            entry.Input.GetProperty("successes").GetInt32(), entry.Input.GetProperty("n").GetInt32(), entry.Input.GetProperty("level").GetDouble())!;
        Assert.Equal(entry.Expected.GetProperty("low").GetDouble(), estimate.Interval!.Lower, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("high").GetDouble(), estimate.Interval.Upper, entry.Tolerance);
    }

    [Fact]
    public void Without_trials_there_is_no_share() => Assert.Null(ProportionEstimate.Of(0, 0, 0.95));

    [Fact]
    public void Where_all_succeed_the_spread_is_unknown_and_the_interval_is_not() =>
        Assert.Equal((null, 1.0), (ProportionEstimate.Of(5, 5, 0.95)!.StandardError, ProportionEstimate.Of(5, 5, 0.95)!.Interval!.Upper));

    [Fact]
    public void More_successes_than_trials_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ProportionEstimate.Of(6, 5, 0.95));
}
