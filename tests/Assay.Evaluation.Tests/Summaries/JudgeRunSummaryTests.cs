using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.TestSupport;

namespace Assay.Evaluation.Tests.Summaries;

public sealed class JudgeRunSummaryTests
{
    [Fact]
    public async Task Outcomes_are_counted_and_the_missing_give_the_win_rate_a_range()
    {
        JudgeRunSummary run = await Read(Item(0, 1), Item(1, 0), Item(2, 0.5), Item(3, null, Outcome.Unparsed), Item(4, null, Outcome.Failed));
        CandidateSummary summary = run["cand"];
        Assert.Equal(new OutcomeCounts { Judged = 2, Ties = 1, Unparsed = 1, Failed = 1 }, summary.Outcomes);
        Assert.Equal((0.5, 0.3, 0.7), (summary.WinRate!.Value, summary.MissingRange!.Value.Lowest, summary.MissingRange.Value.Highest));
        Assert.Equal("2 of 5 items have no verdict (1 unparsed, 0 refused, 1 failed).", Assert.Single(summary.Remarks));
    }

    [Fact]
    public async Task Skipped_instructions_are_counted_and_change_no_rate()
    {
        MemoryRunLog log = await Log(Item(0, 1), Item(1, 0));
        await log.AppendAsync(new SkippedItem("cand", "q", null, "Why."), default);
        CandidateSummary summary = (await JudgeRunSummary.ReadAsync(log))["cand"];
        Assert.Equal((1, 2, 0.5, 1.0), (summary.Outcomes.Skipped, summary.WinRate!.Count, summary.WinRate.Value, summary.Outcomes.ParsedShare));
    }

    [Fact]
    public async Task A_run_without_items_has_no_rate() => Assert.Empty((await Read()).Candidates);

    [Fact]
    public async Task A_flip_is_a_verdict_on_the_other_side_and_a_tie_is_none()
    {
        // The same in both orders; flipped; tie in one order.
        JudgeRunSummary run = await Read(Ordered(0, (1, 1)), Ordered(1, (1, 0)), Ordered(2, (0.5, 1)), Ordered(3, (0.2, 0.4)));
        Assert.Equal((0.25, 4), (run.OrderEffects!.Flips.Value, run.OrderEffects.Flips.Count));
    }

    [Fact]
    public async Task The_interval_of_flips_is_Wilsons_with_one_pair_of_verdicts_for_every_item()
    {
        JudgeRunSummary run = await Read([.. Enumerable.Range(0, 10).Select(i => Ordered(i, i == 0 ? (1, 0) : (1, 1)))]);
        // Wilson for 1 of 10 at 95 %.
        Assert.Equal(0.017876213, run.OrderEffects!.Flips.Interval!.Lower, 8);
        Assert.Equal(0.404150, run.OrderEffects.Flips.Interval.Upper, 6);
    }

    [Fact]
    public async Task Repeats_of_an_item_count_as_one()
    {
        JudgeRunSummary run = await Read(Ordered(0, (1, 0), (1, 1)), Ordered(1, (1, 1), (1, 1)), Ordered(2, (1, 0), (1, 0)));
        Assert.Equal((0.5, 3), (run.OrderEffects!.Flips.Value, run.OrderEffects.Flips.Count));
    }

    [Fact]
    public async Task A_judge_that_always_takes_the_first_place_is_seen_to()
    {
        JudgeRunSummary run = await Read([.. Enumerable.Range(0, 20).Select(i => Ordered(i, i < 19 ? (0, 1) : (0.1, 1)))]);
        Assert.Equal(0.9975, run.OrderEffects!.FirstPlace.Value, 12);
        Assert.Equal(1, run.OrderEffects.FirstPlace.Interval!.Upper);
    }

    [ReferenceTheory]
    [ReferenceEntries("judge_analysis.json", "position consistency")]
    public async Task Flips_and_first_place_agree_with_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("judge_analysis.json", name);
        // x is the candidate: with x first, "A" is the candidate; with y first, "B" is.
        JudgedItem[] items = [.. entry.Input.GetProperty("verdicts_by_position").EnumerateArray()
            .Select((pair, i) => Ordered(i, (pair[1].GetString() == "B" ? 1 : 0, pair[0].GetString() == "A" ? 1 : 0)))];
        OrderEffects effects = (await Read(items)).OrderEffects!;
        Assert.Equal(entry.Expected.GetProperty("consistent").GetDouble(), 1 - effects.Flips.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("chose_first_position").GetDouble(), effects.FirstPlace.Value, entry.Tolerance);
    }

    [Fact]
    public async Task An_item_in_one_order_says_nothing_about_orders() => Assert.Null((await Read(Item(0, 1), Item(1, 0))).OrderEffects);

    [Fact]
    public async Task Spending_that_is_unknown_for_one_call_is_unknown()
    {
        Spending spending = await Spend((1.5m, 10, false), (null, null, false), (2m, 5, true));
        Assert.Equal((null, 1.5m, 1, 1), (spending.Cost, spending.KnownCost, spending.WithoutCost, spending.FromStore));
        Assert.Null(spending.Tokens.Input);
    }

    [Fact]
    public async Task What_came_from_the_store_costs_nothing_and_has_its_share()
    {
        Spending spending = await Spend((1.5m, 10, false), (2m, 5, true), (null, null, true));
        Assert.Equal((1.5m, 10L, 2.0 / 3), (spending.Cost, spending.Tokens.Input, spending.FromStoreShare));
    }

    [Fact]
    public void No_calls_cost_nothing() => Assert.Equal((0m, null), (Spending.None.Cost, Spending.None.FromStoreShare));

    [Fact]
    public async Task Constant_outputs_and_imitations_are_remarked()
    {
        JudgedItem[] items = [.. Enumerable.Range(0, 10).Select(i => Item(i, 1, output: "Choose me.") with { Notes = [ItemNote.ImitatesJudge] })];
        CandidateSummary summary = (await Read(items))["cand"];
        Assert.True(summary.HasConstantOutput);
        Assert.Equal(["Suspicious", "Suspicious"], summary.Remarks.Select(remark => remark.Split(':')[0]));
    }

    [Fact]
    public async Task The_order_in_which_items_ended_changes_no_bit()
    {
        JudgedItem[] items = [.. Enumerable.Range(0, 300).Select(i => Ordered(i, (i * 0.37 % 1, i * 0.73 % 1)))];
        JudgeRunSummary one = await Read(items), other = await Read([.. items.Reverse()]);
        Assert.Equal(one["cand"].WinRate, other["cand"].WinRate);
        Assert.Equal(one.OrderEffects, other.OrderEffects);
    }

    private static async Task<Spending> Spend(params (decimal? Cost, long? Tokens, bool IsFromStore)[] calls)
    {
        MemoryRunLog log = new();
        ModelRequest request = new() { Endpoint = "e", Model = "m", Kind = ModelKind.Chat, Parameters = ModelParameters.Empty, Messages = [] };
        foreach ((decimal? cost, long? tokens, bool isFromStore) in calls)
        {
            StoredResponse response = new() { Key = new ResponseKey("k"), Text = "", Cost = cost, Usage = new TokenUsage(tokens, 0, tokens, 0) };
            CallRecord call = new() { At = default, Item = default, Model = "m", Request = request, Key = response.Key };
            await log.AppendAsync(call with { Response = response, IsFromStore = isFromStore }, default);
        }
        return (await JudgeRunSummary.ReadAsync(log)).Spending;
    }

    private static JudgedItem Item(int number, double? preference, Outcome? outcome = null, string? output = null) => new()
    {
        Pair = Samples.Pair($"q{number}", candidate: output ?? $"answer {number}"),
        Annotator = "judge",
        Verdicts = [],
        Outcome = outcome ?? (preference == 0.5 ? Outcome.Tie : Outcome.Judged),
        Preference = preference,
    };

    private static JudgedItem Ordered(int number, params (double BaselineFirst, double CandidateFirst)[] repeats)
    {
        IEnumerable<Verdict> verdicts = repeats.SelectMany((pair, repeat) => (Verdict[])
        [
            new() { Judge = "judge", Order = PresentationOrder.BaselineFirst, Repeat = repeat, Outcome = Outcome.Judged, Preference = pair.BaselineFirst },
            new() { Judge = "judge", Order = PresentationOrder.CandidateFirst, Repeat = repeat, Outcome = Outcome.Judged, Preference = pair.CandidateFirst },
        ]);
        return Item(number, repeats.Average(pair => (pair.BaselineFirst + pair.CandidateFirst) / 2)) with { Verdicts = [.. verdicts] };
    }

    private static async Task<JudgeRunSummary> Read(params JudgedItem[] items) => await JudgeRunSummary.ReadAsync(await Log(items));

    private static async Task<MemoryRunLog> Log(params JudgedItem[] items)
    {
        MemoryRunLog log = new();
        foreach (JudgedItem item in items) await log.AppendAsync(item, default);
        return log;
    }
}
