using Assay.Core.Errors;
using Assay.Evaluation.Gate;
using Assay.Statistics.Estimation;

namespace Assay.Evaluation.Tests.Gate;

public sealed class GateConditionTests
{
    [Theory]
    [InlineData("win_rate > 45", GateDecision.Violate, 0.40, 0.45)]
    [InlineData("win_rate > 45", GateDecision.Pass, 0.4501, 0.6)]
    [InlineData("win_rate > 45", GateDecision.Undecided, 0.44, 0.46)]
    [InlineData("win_rate>=45%", GateDecision.Undecided, 0.44, 0.45)]
    [InlineData("win_rate < 50", GateDecision.Pass, 0.44, 0.49)]
    [InlineData("win_rate <= 50", GateDecision.Violate, 0.51, 0.52)]
    [InlineData("win_rate < 50", GateDecision.Violate, 0.5, 0.52)]
    [InlineData("win_rate < 50", GateDecision.Undecided, 0.49, 0.52)]
    public void The_whole_interval_decides(string condition, GateDecision expected, double lower, double upper)
    {
        GateMeasures measures = new() { WinRate = new Estimate((lower + upper) / 2, 0.01, new ConfidenceInterval(lower, upper, 0.95), 100) };
        Assert.Equal(expected, GateCondition.Parse(condition).Decide(measures).Decision);
    }

    [Fact]
    public void An_estimate_without_interval_decides_nothing() =>
        Assert.Equal(GateDecision.Undecided,
            GateCondition.Parse("win_rate > 45").Decide(new GateMeasures { WinRate = new Estimate(1, null, null, 1) }).Decision);

    [Fact]
    public void An_unknown_cost_is_not_zero() => Assert.Equal(GateDecision.Undecided, GateCondition.Parse("cost < 5").Decide(new GateMeasures()).Decision);

    [Fact]
    public void A_known_cost_decides() => Assert.Equal(GateDecision.Violate, GateCondition.Parse("cost < 5").Decide(new GateMeasures { Cost = 5m }).Decision);

    [Fact]
    public void The_share_of_parsed_items_is_in_percent() =>
        Assert.Equal(GateDecision.Pass, GateCondition.Parse("parsed >= 99").Decide(new GateMeasures { ParsedShare = 0.99 }).Decision);

    [Fact]
    public void The_reason_says_value_interval_and_items()
    {
        GateMeasures measures = new() { WinRate = new Estimate(0.5, 0.01, new ConfidenceInterval(0.44, 0.56, 0.95), 805) };
        Assert.Equal("win_rate > 45: 50 %, 95 % interval 44 to 56, 805 items, straddles the condition.",
            GateCondition.Parse(" win_rate>45 ").Decide(measures).Reason);
    }

    [Fact]
    public void An_unknown_field_gets_the_nearest_name() =>
        Assert.EndsWith("did you mean 'win_rate'?", Message("winrate > 45"), StringComparison.Ordinal);

    [Theory]
    [InlineData("win_rate")]
    [InlineData("")]
    [InlineData("win_rate = 45")]
    [InlineData("win_rate > much")]
    [InlineData("win_rate > NaN")]
    [InlineData("win_rate > 4,5")]
    [InlineData("cost < 5%")]
    public void What_is_no_condition_is_said_to_be_none(string text) => Assert.Contains($"'{text}'", Message(text), StringComparison.Ordinal);

    [Fact]
    public void One_violated_condition_outweighs_undecided_ones()
    {
        GateMeasures measures = new() { Cost = 9m };
        Assert.Equal(GateDecision.Violate,
            GateResult.Of([GateCondition.Parse("win_rate > 1").Decide(measures), GateCondition.Parse("cost < 5").Decide(measures)]));
    }

    private static string Message(string text) => Assert.Throws<InputException>(() => GateCondition.Parse(text)).Message;
}
