using Assay.Statistics.Ranking;
using Assay.Statistics.Resampling;
using Assay.TestSupport;

namespace Assay.Statistics.Tests.Ranking;

public class BradleyTerryTests
{
    [ReferenceTheory]
    [ReferenceEntries("ranking.json", "Bradley-Terry")]
    public void The_fit_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("ranking.json", name);
        BradleyTerryFit fit = BradleyTerryWorlds.FromWins(ReferenceEntry.Matrix(entry.Input.GetProperty("wins"))).Fit();
        Same("strengths", fit.Strengths);
        Same("standard_errors", fit.StandardErrors());
        Same("elo_scale_mean_1000", fit.EloRatings());
        Same("expected_win_rate_vs_others", fit.ExpectedWinRates());
        Assert.Equal(entry.Expected.GetProperty("log_likelihood").GetDouble(), fit.LogLikelihood!.Value, entry.Tolerance);

        void Same(string field, IReadOnlyList<double?> actual)
        {
            double[] expected = ReferenceEntry.Numbers(entry.Expected.GetProperty(field));
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second!.Value, entry.Tolerance));
        }
    }

    /// <summary>American League East, 1987: Agresti, "Categorical data analysis" (2002); Baltimore at 0; as fitted in Turner and Firth (2012).</summary>
    [Fact]
    public void The_baseball_season_of_1987_gives_the_published_strengths()
    {
        (BradleyTerryFit fit, int baltimore) = (BradleyTerryWorlds.FromWins(BradleyTerryWorlds.Baseball1987).Fit(), 6);
        Assert.Equal([1.5814, 1.4364, 1.2945, 1.2476, 1.1077, 0.6839, 0], fit.StrengthsRelativeTo(baltimore).Select(x => Math.Round(x!.Value, 4)));
        Assert.Equal([0.3433, 0.3396, 0.3367, 0.3359, 0.3339, 0.3319, 0], fit.StandardErrorsRelativeTo(baltimore).Select(x => Math.Round(x!.Value, 4)));
    }

    [Fact]
    public void Two_competitors_differ_by_the_log_odds_of_their_wins()
    {
        BradleyTerryFit fit = BradleyTerryWorlds.FromWins([[0, 30], [10, 0]]).Fit();
        Assert.Equal(Math.Log(3) / 2, fit.Strengths[0]!.Value, 1e-12);
        Assert.Equal(0.5 / Math.Sqrt(40 * 0.75 * 0.25), fit.StandardErrors()[0]!.Value, 1e-12);
        Assert.Equal([750, 250], fit.ExpectedWinRates().Select(rate => Math.Round(1000 * rate!.Value, 9)));
    }

    [Fact]
    public void A_tie_is_half_a_win_for_each()
    {
        BradleyTerryDesign ties = new(2, 1, [new(0, 1, 0.5), new(0, 1, 0.5), new(0, 1, 1)]);
        BradleyTerryDesign wins = new(2, 1, [new(0, 1, 1), new(0, 1, 1), new(1, 0, 1)]);
        Assert.Equal(wins.Fit().Strengths[0]!.Value, ties.Fit().Strengths[0]!.Value, 1e-12);
    }

    [Fact]
    public void Equal_records_have_equal_strengths() =>
        Assert.All(BradleyTerryWorlds.FromWins([[0, 3, 3], [3, 0, 3], [3, 3, 0]]).Fit().Strengths, strength => Assert.Equal(0, strength!.Value, 1e-12));

    [Fact]
    public void Standard_errors_about_the_mean_equal_those_of_a_dense_pseudo_inverse()
    {
        BradleyTerryComparison[] comparisons = BradleyTerryWorlds.Comparisons(new RandomStream(1, 0), competitors: 12, comparisons: 150, groups: 1);
        BradleyTerryFit fit = new BradleyTerryDesign(12, 1, comparisons).Fit();
        double[] expected = BradleyTerryWorlds.DenseStandardErrors(BradleyTerryWorlds.Wins(12, comparisons, [1]), fit.Strengths);
        Assert.All(expected.Zip(fit.StandardErrors()), pair => Assert.Equal(pair.First, pair.Second!.Value, 1e-10));
    }

    [Fact]
    public void Standard_errors_to_an_anchor_do_not_depend_on_who_is_the_ground()
    {
        // Competitor 0 met all and is the ground inside; 1 and 2 met only it and each other.
        BradleyTerryFit fit = BradleyTerryWorlds.FromWins([[0, 6, 7, 5], [4, 0, 8, 0], [3, 2, 0, 0], [5, 0, 0, 0]]).Fit();
        Assert.Equal(fit.StandardErrorsRelativeTo(0)[1]!.Value, fit.StandardErrorsRelativeTo(1)[0]!.Value, 1e-12);
        Assert.Equal(fit.StandardErrorsRelativeTo(3)[2]!.Value, fit.StandardErrorsRelativeTo(2)[3]!.Value, 1e-12);
    }

    [Fact]
    public void A_chain_of_rare_wins_converges_from_a_far_start()
    {
        double[][] wins = [.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 40).Select(j => j == i + 1 ? 1000.0 : j == i - 1 ? 1 : 0).ToArray())];
        BradleyTerryFit fit = BradleyTerryWorlds.FromWins(wins).Fit();
        for (int i = 0; i < 39; i++) Assert.Equal(Math.Log(1000), fit.Strengths[i]!.Value - fit.Strengths[i + 1]!.Value, 1e-9);
    }

    /// <summary>A full Newton step from here would be ten thousand logits long, and the next one has no curvature left.</summary>
    [Fact]
    public void A_start_where_full_Newton_steps_diverge_still_leads_to_the_maximum()
    {
        BradleyTerryDesign design = new(3, 2, [new(0, 1, 0.9999), new(1, 2, 0.9999), new(0, 1, 0.5, 1), new(1, 2, 0.5, 1), new(0, 2, 0.5, 1)]);
        BradleyTerryFit far = design.Fit([1, 0]);
        Assert.All(design.Fit([0, 1], warmStart: far).Strengths, strength => Assert.Equal(0, strength!.Value, 1e-10));
    }

    [Fact]
    public void Preferences_close_to_certain_have_large_finite_strengths()
    {
        BradleyTerryFit fit = new BradleyTerryDesign(2, 1, [new(1, 0, 1e-300)]).Fit();
        Assert.Equal(300 * Math.Log(10), fit.StrengthsRelativeTo(1)[0]!.Value, 1e-8);
    }

    [Fact]
    public void Two_thousand_against_one_baseline_have_the_log_odds_of_their_shares()
    {
        BradleyTerryComparison[] comparisons = [.. Enumerable.Range(1, 2000).Select(i => new BradleyTerryComparison(i, 0, i / 2001.0, 0, 805))];
        BradleyTerryFit fit = new BradleyTerryDesign(2001, 1, comparisons).Fit();
        IReadOnlyList<double?> strengths = fit.StrengthsRelativeTo(0), errors = fit.StandardErrorsRelativeTo(0);
        Assert.All(Enumerable.Range(1, 2000), i => Assert.Equal(Math.Log(i / (2001.0 - i)), strengths[i]!.Value, 1e-9));
        Assert.Equal(2 / Math.Sqrt(805), errors[1000]!.Value, 1e-6);
    }

    [Fact]
    public void A_lone_competitor_has_no_strength() => Assert.Equal([null], new BradleyTerryDesign(1, 0, []).Fit().Strengths);

    [Fact]
    public void No_competitors_have_no_strengths() => Assert.Empty(new BradleyTerryDesign(0, 0, []).Fit().Strengths);

    [Fact]
    public void Without_a_comparison_nothing_is_known()
    {
        BradleyTerryFit fit = new BradleyTerryDesign(3, 2, []).Fit();
        Assert.Equal([0, 1, 2], fit.WithoutFiniteStrength);
        Assert.Null(fit.LogLikelihood);
        Assert.All([.. fit.StandardErrors(), .. fit.ExpectedWinRates(), .. fit.EloRatings()], Assert.Null);
    }

    [Fact]
    public void A_competitor_without_a_strength_cannot_be_the_anchor() =>
        Assert.Throws<ArgumentException>(() => new BradleyTerryDesign(3, 1, [new(0, 1, 0.5)]).Fit().StrengthsRelativeTo(2));

    public static TheoryData<BradleyTerryComparison> OutOfRange => new(
        new(0, 3, 1), new(-1, 0, 1), new(0, 1, 1.5), new(0, 1, -0.1), new(0, 1, double.NaN),
        new(0, 1, 1, 1), new(0, 1, 1, -1), new(0, 1, 1, 0, -1), new(0, 1, 1, 0, double.PositiveInfinity));

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_comparison_outside_its_range_is_refused(BradleyTerryComparison comparison) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BradleyTerryDesign(3, 1, [comparison]));

    [Fact]
    public void A_competitor_against_itself_is_refused() => Assert.Throws<ArgumentException>(() => new BradleyTerryDesign(3, 1, [new(1, 1, 0.5)]));
}
