using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Tests.Support;
using Assay.Statistics.Correlation;
using Assay.TestSupport;

namespace Assay.Core.Tests.Leaderboards;

/// <summary>The published leaderboard comes out of the recorded judgements.</summary>
[Collection(RealDataTests.Name)]
public class PublishedLeaderboardTests(AlpacaEvalData data)
{
    private const string ArenaElo = "Arena Elo\n[Feb 2, 2024]";

    [SharedDataFact("alpaca_eval")]
    public void All_42_models_are_there_and_41_of_them_are_listed()
    {
        Assert.Equal(42, data.Leaderboard.Entries.Count);
        Assert.Equal(["text_davinci_003"], data.Leaderboard.Entries.Select(entry => entry.Model).Except(AlpacaEvalData.Published().Keys));
    }

    [SharedDataFact("alpaca_eval")]
    public void Win_rates_are_the_published_ones() => Assert.All(Listed(), pair => Assert.Equal(pair.Published.WinRate, 100 * pair.Entry.WinRate!.Value, 1e-9));

    [SharedDataFact("alpaca_eval")]
    public void Wins_losses_and_ties_are_the_published_ones() =>
        Assert.All(Listed(), pair =>
            Assert.Equal((pair.Published.Wins, pair.Published.Losses, pair.Published.Ties), (pair.Entry.Wins, pair.Entry.Losses, pair.Entry.Ties)));

    [SharedDataFact("alpaca_eval")]
    public void Length_controlled_win_rates_of_the_37_complete_models_are_the_published_ones()
    {
        double[] gaps =
        [
            .. Listed().Where(pair => !AlpacaEvalData.Incomplete.Contains(pair.Entry.Model))
                .Select(pair => Math.Abs(100 * pair.Entry.LengthControlledWinRate!.Value - pair.Published.LengthControlled)).Order(),
        ];
        Assert.Equal(37, gaps.Length);
        Assert.InRange(gaps[14], 0, 0.001);
        Assert.InRange(gaps[21], 0, 0.005);
        Assert.InRange(gaps[36], 0, 0.15);
    }

    [SharedDataFact("alpaca_eval")]
    public void Incomplete_models_have_the_values_joined_by_instruction() => Assert.All(
        new Dictionary<string, double> { ["gpt35_turbo_instruct"] = 14.91, ["phi-2"] = 3.83, ["alpaca-7b_verbose"] = 5.20, ["alpaca-7b_concise"] = 4.57 },
        expected => Assert.Equal(expected.Value, 100 * data[expected.Key].LengthControlledWinRate!.Value, 0.15));

    [SharedDataFact("alpaca_eval")]
    public void Incomplete_models_say_how_many_instructions_are_missing()
    {
        Assert.Equal("1 instruction is missing of 805.", data["gpt35_turbo_instruct"].Notes.Single(note => note.Contains("missing", StringComparison.Ordinal)));
        Assert.Equal("1 instruction is missing of 805.", data["alpaca-7b_concise"].Notes.Single(note => note.Contains("missing", StringComparison.Ordinal)));
        Assert.Equal("2 instructions are missing of 805.", data["phi-2"].Notes.Single(note => note.Contains("missing", StringComparison.Ordinal)));
        Assert.Equal("3 instructions are missing of 805.", data["alpaca-7b_verbose"].Notes.Single(note => note.Contains("missing", StringComparison.Ordinal)));
    }

    [SharedDataFact("alpaca_eval")]
    public void Only_incomplete_models_miss_instructions() => Assert.Equal(
        AlpacaEvalData.Incomplete,
        data.Leaderboard.Entries.Where(entry => entry.Notes.Any(note => note.Contains("missing", StringComparison.Ordinal)))
            .Select(entry => entry.Model).Order(StringComparer.Ordinal));

    [SharedDataFact("alpaca_eval")]
    public void Length_control_is_the_published_one() =>
        Assert.All(data.Leaderboard.Entries, entry => Assert.Equal(LengthControlMethod.AlpacaEval2, entry.LengthControl));

    [SharedDataFact("alpaca_eval")]
    public void Rank_correlation_with_the_arena_is_0_975_for_length_controlled_and_0_931_for_raw_win_rates()
    {
        double[][] rows =
        [
            .. AlpacaEvalData.Table(AlpacaEvalData.Data("published", "benchmarks.csv"))
                .Select(row => new[] { row[ArenaElo], row["LC AlpacaEval 2.0"], row["AlpacaEval 2.0"] })
                .Where(cells => cells.All(cell => cell.Length > 0)).Select(cells => cells.Select(AlpacaEvalData.Number).ToArray()),
        ];
        double[] elo = [.. rows.Select(row => row[0])], controlled = [.. rows.Select(row => row[1])], raw = [.. rows.Select(row => row[2])];
        Assert.Equal(37, rows.Length);
        Assert.Equal(0.975, SpearmanCorrelation.Of(elo, controlled)!.Coefficient, 5e-4);
        Assert.Equal(0.931, SpearmanCorrelation.Of(elo, raw)!.Coefficient, 5e-4);
    }

    [SharedDataFact("alpaca_eval")]
    public void Every_model_has_its_errors_and_intervals() => Assert.All(data.Leaderboard.Entries, entry =>
    {
        Assert.True(entry.WinRate!.StandardError > 0 && entry.LengthControlledWinRate!.StandardError > 0);
        Assert.True(entry.LengthControlledWinRate!.Interval!.Contains(entry.LengthControlledWinRate.Value));
        Assert.InRange(entry.Rank, entry.RankInterval!.Value.Best, entry.RankInterval.Value.Worst);
    });

    private (LeaderboardEntry Entry, PublishedLine Published)[] Listed()
    {
        IReadOnlyDictionary<string, PublishedLine> published = AlpacaEvalData.Published();
        (LeaderboardEntry Entry, PublishedLine Published)[] listed =
            [.. data.Leaderboard.Entries.Where(entry => published.ContainsKey(entry.Model)).Select(entry => (entry, published[entry.Model]))];
        Assert.Equal(41, listed.Length);
        return listed;
    }
}
