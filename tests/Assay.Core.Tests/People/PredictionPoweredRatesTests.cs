using Assay.Core.Leaderboards;
using Assay.Core.People;
using Assay.Core.Tests.Support;
using Assay.Statistics.PredictionPowered;

namespace Assay.Core.Tests.People;

public class PredictionPoweredRatesTests
{
    private static readonly double[] Judge = [.. Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? 1.0 : 0)];

    [Fact]
    public void Labelled_pairs_are_taken_out_of_the_unlabelled_ones()
    {
        VerdictRows rows = Judged();
        for (int i = 0; i < 12; i++) rows.Person("ada", Name(i), "a", "b", i % 2).Person("bo", Name(i), "a", "b", i % 3 == 0 ? 1 : 0);
        PredictionPoweredWinRate rate = Rate(rows);
        double[] truths = [.. Enumerable.Range(0, 12).Select(i => (i % 2 + (i % 3 == 0 ? 1 : 0)) / 2.0)];
        PredictionPoweredMean expected = PredictionPoweredMean.Of(truths, Judge.AsSpan(0, 12), Judge.AsSpan(12), 0.95)!;
        Assert.Equal((12, 40, null), (rate.Labelled, rate.Judged, rate.Reason));
        Assert.Equal(expected.Estimate.Value, rate.WinRate!.Value, 1e-12);
        Assert.Equal(expected.Estimate.StandardError!.Value, rate.WinRate.StandardError!.Value, 1e-12);
        Assert.Equal(expected.Weight, rate.Weight!.Value, 1e-12);
    }

    [Fact]
    public void A_verdict_that_could_not_be_read_is_a_prediction_of_one_half()
    {
        VerdictRows rows = Judged();
        rows.Judge("j", Name(40), "a", "b", double.NaN).Judge("j", Name(41), "a", "b", double.NaN);
        for (int i = 30; i < 42; i++) rows.Person("ada", Name(i), "a", "b", i % 2);
        PredictionPoweredWinRate rate = Rate(rows);
        double[] truths = [.. Enumerable.Range(30, 12).Select(i => i % 2.0)];
        Assert.Equal(PredictionPoweredMean.Of(truths, [.. Judge[30..], 0.5, 0.5], Judge.AsSpan(0, 30), 0.95)!.Estimate.Value, rate.WinRate!.Value, 1e-12);
    }

    [Fact]
    public void Pairs_the_other_way_round_are_the_same_pairs()
    {
        VerdictRows rows = Judged(), turned = Judged();
        for (int i = 0; i < 12; i++)
        {
            rows.Person("ada", Name(i), "a", "b", i % 2);
            turned.Judge("j", Name(i + 100), "b", "a", 1 - i % 2).Person("ada", Name(i), "a", "b", i % 2);
            rows.Judge("j", Name(i + 100), "a", "b", i % 2);
        }
        Assert.Equal(Rate(rows).WinRate!.Value, Rate(turned).WinRate!.Value, 1e-12);
    }

    [Theory]
    [InlineData(0, "People judged none of the pairs of 'b' that 'j' judged")]
    [InlineData(2, "People judged only 2 of the pairs of 'b' that 'j' judged; it takes 3.")]
    [InlineData(40, "People judged every pair of 'b' that 'j' judged, so there is nothing to predict")]
    public void Where_there_is_no_estimate_a_reason_stands_in_its_place_and_in_the_notes(int labelled, string reason)
    {
        VerdictRows rows = Judged().Person("ada", "elsewhere", "a", "b", 1);
        for (int i = 0; i < labelled; i++) rows.Person("ada", Name(i), "a", "b", i % 2);
        VerdictSet set = rows.Build();
        LeaderboardEntry entry = Assert.Single(Board(set).Entries);
        Assert.Null(entry.PredictionPowered!.WinRate);
        Assert.StartsWith(reason, entry.PredictionPowered.Reason, StringComparison.Ordinal);
        Assert.Contains(entry.PredictionPowered.Reason, entry.Notes);
    }

    private static PredictionPoweredWinRate Rate(VerdictRows rows) => Assert.Single(Board(rows.Build()).Entries).PredictionPowered!;

    private static Leaderboard Board(VerdictSet set) =>
        PredictionPoweredRates.AddTo(
            LeaderboardBuilder.Build(VerdictPreferences.OfJudges(set, "a"), new() { Baseline = "a", Sort = RankingFigure.WinRate }), set);

    private static VerdictRows Judged()
    {
        VerdictRows rows = new();
        for (int i = 0; i < Judge.Length; i++) rows.Judge("j", Name(i), "a", "b", Judge[i]);
        return rows;
    }

    private static string Name(int i) => $"instruction {i:000}";
}
