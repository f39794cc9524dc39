using Assay.Core.Judging;
using Assay.TestSupport;

namespace Assay.Evaluation.Tests.Runs;

public sealed class JudgeKindTests
{
    private static readonly ModelJudge Always2 = Samples.VerdictJudge with { Name = "two", Model = "two" };

    [Theory]
    [InlineData(ControlRule.Longest, "short", "much longer", 1.0)]
    [InlineData(ControlRule.Longest, "\U0001F600\U0001F600", "abc", 1.0)]
    [InlineData(ControlRule.Shortest, "short", "much longer", 0.0)]
    [InlineData(ControlRule.Longest, "abc", "xyz", 0.5)]
    [InlineData(ControlRule.First, "short", "much longer", 0.5)]
    public async Task Controls_judge_without_a_model(ControlRule rule, string baseline, string candidate, double expected)
    {
        JudgedItem item = Assert.Single(await Judge(new ControlJudge { Name = "control", Rule = rule }, "unused",
            Samples.Pair(baseline: baseline, candidate: candidate)));
        Assert.Equal(expected, item.Preference);
    }

    [Fact]
    public async Task The_random_control_is_right_half_of_the_time_and_the_same_by_seed()
    {
        ControlJudge random = new() { Name = "random", Rule = ControlRule.Random };
        PairToJudge[] pairs = [.. Enumerable.Range(0, 1000).Select(i => Samples.Pair($"q{i}"))];
        JudgedItem[] one = await Judge(random, "", pairs), same = await Judge(random, "", [.. pairs.Reverse()]);
        Assert.Equal(JudgeSession.Texts(one), JudgeSession.Texts(same));
        // Each item is the mean of two fair coins: standard error 0.5 / sqrt(2000) = 0.011.
        Assert.InRange(one.Average(item => item.Preference!.Value), 0.45, 0.55);
    }

    [Fact]
    public async Task A_pool_draws_one_member_for_each_item()
    {
        PoolJudge pool = new() { Name = "pool", Members = [Samples.VerdictJudge, Always2] };
        JudgedItem[] items = await Judge(pool, """{"better":"second"}""", [.. Enumerable.Range(0, 400).Select(i => Samples.Pair($"q{i}"))]);
        Assert.All(items, item => Assert.Single(item.Verdicts.Select(verdict => verdict.Judge).Distinct()));
        // Binomial(400, 1/2): ten standard deviations are 100.
        Assert.InRange(items.Count(item => item.Verdicts[0].Judge == "two"), 100, 300);
    }

    [Fact]
    public async Task A_pool_flips_labels_with_its_probability_and_says_so()
    {
        PoolJudge pool = new() { Name = "pool", Members = [Samples.VerdictJudge], FlipProbability = 0.25, Orders = OrderPolicy.Fixed };
        JudgedItem[] items = await Judge(pool, """{"better":"second"}""", [.. Enumerable.Range(0, 2000).Select(i => Samples.Pair($"q{i}"))]);
        Assert.All(items, item => Assert.Equal(item.Verdicts[0].IsFlipped, item.Notes.Contains(ItemNote.LabelFlipped)));
        Assert.All(items, item => Assert.Equal(item.Verdicts[0].IsFlipped ? 0 : 1, item.Preference));
        // Binomial(2000, 1/4): six standard deviations are 116.
        Assert.InRange(items.Count(item => item.Verdicts[0].IsFlipped), 384, 616);
    }

    [Theory]
    [InlineData(PanelRule.Mean, 2.0 / 3)]
    [InlineData(PanelRule.Majority, 1.0)]
    public async Task A_panel_joins_its_members_by_its_rule(PanelRule rule, double expected)
    {
        JudgedItem item = Assert.Single(await JudgePanel(rule,
            call => call.Prompt.StartsWith("no", StringComparison.Ordinal) ? """{"better":"first"}""" : """{"better":"second"}"""));
        Assert.Equal((expected, 3), (item.Preference!.Value, item.Verdicts.Length));
    }

    [Fact]
    public async Task Members_without_a_verdict_do_not_count()
    {
        JudgedItem item = Assert.Single(await JudgePanel(PanelRule.Mean,
            call => call.Prompt.StartsWith("no", StringComparison.Ordinal) ? "hm" : """{"better":"second"}"""));
        Assert.Equal((Outcome.Judged, 1.0), (item.Outcome, item.Preference!.Value));
    }

    [Fact]
    public async Task A_panel_where_no_member_has_a_verdict_has_none()
    {
        JudgedItem item = Assert.Single(await JudgePanel(PanelRule.Mean, _ => "hm"));
        Assert.Equal((Outcome.Unparsed, null), (item.Outcome, item.Preference));
    }

    private static Task<JudgedItem[]> Judge(JudgeDefinition judge, string answer, params PairToJudge[] pairs)
    {
        ScriptedChatClient client = new(_ => answer);
        return JudgeSession.JudgeAsync(Samples.Options(judge), client, pairs);
    }

    private static Task<JudgedItem[]> JudgePanel(PanelRule rule, Func<ScriptedCall, string> script)
    {
        PromptTemplate prompt = new([new("user", "no {instruction} {output_1} {output_2}")], IsFenced: false);
        ModelJudge no = Samples.VerdictJudge with { Name = "no", Prompt = prompt };
        PanelJudge panel = new() { Name = "panel", Members = [Samples.VerdictJudge, Always2, no], Rule = rule, Orders = OrderPolicy.Fixed };
        return JudgeSession.JudgeAsync(Samples.Options(panel), new ScriptedChatClient(script), Samples.Pair());
    }
}
