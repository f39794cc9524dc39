using Assay.Core.Judging;
using Assay.Evaluation.Gate;
using Assay.Evaluation.Summaries;

namespace ReleaseGate;

/// <summary>Gates a release: the assistant as it is about to be released against the one that is out, on the questions of every release.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public async Task The_release_is_not_worse_than_what_is_out()
    {
        JudgeRunSummary summary = await Comparison.JudgeAsync(Assistants.Release, Assistants.Out, Judges.Better);
        Gates.Require(summary, "win_rate > 45", "parsed >= 98", "flips < 20");
    }

    [Fact]
    public async Task The_release_does_not_win_by_length()
    {
        // A judge that prefers the longer answer must not find the release much better: then a better judge may be fooled by it too.
        JudgeRunSummary summary = await Comparison.JudgeAsync(
            Assistants.Release, Assistants.Out, new ControlJudge { Name = "longest", Rule = ControlRule.Longest });
        Gates.Require(summary, "win_rate < 60");
    }

    // The gate itself: what it lets through would be worth nothing if nothing were stopped.

    [Fact]
    public async Task A_broken_release_is_stopped_with_the_reason()
    {
        JudgeRunSummary summary = await Comparison.JudgeAsync(Assistants.Broken, Assistants.Out, Judges.Better);
        string reason = Assert.Throws<Xunit.Sdk.FailException>(() => Gates.Require(summary, "win_rate > 45")).Message;
        Assert.Contains("violates the condition", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_questions_decide_nothing_and_so_let_nothing_through()
    {
        JudgeRunSummary summary = await Comparison.JudgeAsync(Assistants.Release, Assistants.Out, Judges.Better, questions: 4);
        GateResult gate = GateCondition.Parse("win_rate > 45").Decide(GateMeasures.Of(summary));
        Assert.Equal(GateDecision.Undecided, gate.Decision);
        Assert.Throws<Xunit.Sdk.FailException>(() => Gates.Require(summary, "win_rate > 45"));
    }

    [Fact]
    public async Task Every_pair_is_shown_in_both_orders()
    {
        JudgeRunSummary summary = await Comparison.JudgeAsync(Assistants.Release, Assistants.Out, Judges.Better);
        Assert.Equal(2 * Questions.All.Length, summary.Spending.Sent);
        Assert.Equal(Questions.All.Length, summary.OrderEffects!.Flips.Count);
    }
}
