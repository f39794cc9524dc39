using Assay.Core.Clusters;
using Assay.Core.Comparisons;
using Assay.Core.Errors;
using Assay.Core.Leaderboards;
using Assay.Core.People;
using Assay.Core.Preferences;
using Assay.Core.Tests.Support;
using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;

namespace Assay.Core.Tests.Clusters;

public class ClusteredLeaderboardTests
{
    private const string Baseline = "base", Model = "model", Other = "other";

    private static readonly LeaderboardOptions ByPerson = new() { Sort = RankingFigure.WinRate, Clustering = new([ClusterUnit.Annotator]) };

    [Fact]
    public void Every_persons_judgement_counts_and_the_error_is_clustered_by_person()
    {
        LeaderboardEntry entry = Assert.Single(LeaderboardBuilder.Build(People(1), ByPerson).Entries);
        double[] preferences = [.. Preferences];
        Estimate expected = ClusteredMean.Of(preferences, new(ClusterLabels.Of(preferences.Select((_, i) => i % 4))), 0.95)!;
        Assert.Equal((preferences.Average(), 40, 4, "clustered_t"), (entry.WinRate!.Value, entry.Count, entry.Clusters!.Value, entry.WinRateIntervalMethod));
        Assert.Equal(expected.StandardError!.Value, entry.WinRate.StandardError!.Value, 1e-12);
        Assert.Equal(MeanEstimate.Of(preferences, 0.95)!.StandardError!.Value, entry.IndependentWinRate!.StandardError!.Value, 1e-12);
    }

    [Theory]
    [InlineData(new[] { ClusterUnit.Item }, ClusterInterval.StudentT, 10, "clustered_t")]
    [InlineData(new[] { ClusterUnit.Annotator, ClusterUnit.Item }, ClusterInterval.StudentT, 4, "two_way_clustered_t")]
    [InlineData(new[] { ClusterUnit.Annotator }, ClusterInterval.WildBootstrap, 4, "wild_cluster_bootstrap")]
    public void Units_and_method_are_named(ClusterUnit[] units, ClusterInterval interval, int clusters, string method)
    {
        LeaderboardEntry entry = LeaderboardBuilder.Build(People(1), ByPerson with { Clustering = new(units, interval) }).Entries[0];
        Assert.Equal((clusters, method), (entry.Clusters!.Value, entry.WinRateIntervalMethod));
        Assert.NotNull(entry.WinRate!.Interval);
    }

    [Fact]
    public void A_length_controlled_win_rate_is_clustered_too()
    {
        VerdictRows rows = new();
        for (int i = 0; i < 240; i++) rows.Person(
            $"p{i % 6}", Instruction(i / 6), Baseline, Model, i / 6 * 3 % 7 < 3 == (i * i % 11 < 8) || i % 6 == 0 ? 1 : 0);
        PreferenceSet set = VerdictPreferences.OfPeople(rows.Build(), null);
        LeaderboardEntry clustered = LeaderboardBuilder.Build(set, ByPerson).Entries[0], plain = LeaderboardBuilder.Build(set, new()).Entries[0];
        Assert.Equal("clustered_sandwich", clustered.LengthControlledIntervalMethod);
        Assert.Equal(plain.LengthControlledWinRate!.Value, clustered.LengthControlledWinRate!.Value);
        Assert.NotEqual(plain.LengthControlledWinRate.StandardError, clustered.LengthControlledWinRate.StandardError);
    }

    [Fact]
    public void A_comparison_pairs_the_judgements_of_one_person_on_one_instruction()
    {
        ModelComparison comparison = ModelComparisonBuilder.Build(People(2), [Model, Other], ByPerson);
        PairComparison pair = Assert.Single(comparison.Pairs);
        Assert.Equal((40, 4, "clustered_t"), (pair.SharedInstructions, pair.Clusters!.Value, pair.IntervalMethod));
        double[] differences = [.. Preferences.Select((preference, i) => preference - Second(i))];
        Estimate expected = ClusteredMean.Of(differences, new(ClusterLabels.Of(differences.Select((_, i) => i % 4))), 0.95)!;
        Assert.Equal(expected.Value, pair.WinRate!.Difference.Value, 1e-12);
        Assert.Equal(expected.StandardError!.Value, pair.WinRate.Difference.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void People_who_never_overlap_leave_no_difference()
    {
        VerdictRows rows = new();
        for (int i = 0; i < 6; i++) rows.Person("ada", $"i{i}", Baseline, Model, i % 2).Person("bo", $"i{i}", Baseline, Other, i % 2);
        PairComparison pair = ModelComparisonBuilder.Build(VerdictPreferences.OfPeople(rows.Build(), null), [Model, Other], ByPerson).Pairs[0];
        Assert.Null(pair.WinRate);
        Assert.Contains("Nobody judged both models on one instruction.", pair.Notes);
    }

    [Fact]
    public void One_person_gives_no_clustered_error_and_a_reason()
    {
        VerdictRows rows = new();
        for (int i = 0; i < 6; i++) rows.Person("ada", $"i{i}", Baseline, Model, i % 2);
        LeaderboardEntry entry = LeaderboardBuilder.Build(VerdictPreferences.OfPeople(rows.Build(), null), ByPerson).Entries[0];
        Assert.Null(entry.WinRate!.Interval);
        Assert.Contains(entry.Notes, note => note.StartsWith("All judged items are in one cluster", StringComparison.Ordinal));
    }

    [Fact]
    public void A_person_with_a_single_item_is_mentioned()
    {
        VerdictRows rows = new();
        for (int i = 0; i < 6; i++) rows.Person("ada", $"i{i}", Baseline, Model, i % 2).Person("bo", $"i{i}", Baseline, Model, i % 3 == 0 ? 1 : 0);
        rows.Person("cy", "i0", Baseline, Model, 1);
        Assert.Contains("1 person judged a single item.", LeaderboardBuilder.Build(VerdictPreferences.OfPeople(rows.Build(), null), ByPerson).Entries[0].Notes);
    }

    [Fact]
    public void Few_and_unlike_clusters_are_warned_of_with_what_to_do()
    {
        VerdictRows rows = new();
        for (int i = 0; i < 60; i++) rows.Person(i < 50 ? "ada" : i < 55 ? "bo" : "cy", $"i{i:00}", Baseline, Model, i % 7 < 3 ? 1 : 0);
        IReadOnlyList<string> notes = LeaderboardBuilder.Build(VerdictPreferences.OfPeople(rows.Build(), null), ByPerson).Entries[0].Notes;
        Assert.Contains(notes, note => note.StartsWith("Only 3 clusters, so 2 degrees of freedom", StringComparison.Ordinal)
            && note.EndsWith("take --cluster-interval wild-bootstrap.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_judges_files_have_no_people_to_cluster_by() =>
        Assert.Throws<InputException>(() => LeaderboardBuilder.Build(People(1) with { People = null }, ByPerson));

    [Fact]
    public void Ranks_of_clustered_errors_are_the_same_for_the_same_seed()
    {
        RankingFigure figure = RankingFigure.WinRate;
        Leaderboard first = LeaderboardBuilder.Build(People(2), ByPerson with { Sort = figure }), second = LeaderboardBuilder.Build(
            People(2), ByPerson with { Sort = figure });
        Assert.Equal(first.Entries.Select(entry => (entry.RankInterval, entry.DifferenceToBest)), second.Entries.Select(entry => (entry.RankInterval, entry.DifferenceToBest)));
        Assert.All(first.Entries, entry => Assert.NotNull(entry.RankInterval));
    }

    // Four people, ten instructions: judgement i is person i % 4's of instruction i / 4.
    private static IEnumerable<double> Preferences => Enumerable.Range(0, 40).Select(i => i % 4 == 0 || i * 7 % 10 < 3 ? 1.0 : i % 5 == 0 ? 0.5 : 0);

    private static double Second(int i) => i * 3 % 7 < 3 ? 1 : 0;

    private static PreferenceSet People(int models)
    {
        VerdictRows rows = new();
        foreach ((double preference, int i) in Preferences.Select((preference, i) => (preference, i)))
        {
            rows.Person($"p{i % 4}", Instruction(i / 4), Baseline, Model, preference);
            if (models > 1) rows.Person($"p{i % 4}", Instruction(i / 4), Baseline, Other, Second(i));
        }
        return VerdictPreferences.OfPeople(rows.Build(), null);
    }

    private static string Instruction(int number) => $"instruction {number}{new string('x', number * 3 % 7)}";
}
