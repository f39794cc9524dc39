using Assay.Statistics.Agreement;
using Assay.Statistics.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Agreement;

public class AgreementPropertyTests
{
    // Items of two to six ratings, each one of four numbers.
    private static readonly Arbitrary<double[][]> Units =
        Gen.Choose(0, 3).Select(label => (double)label).ArrayOf().Where(unit => unit.Length is > 1 and < 7).ArrayOf().ToArbitrary();

    private static readonly Arbitrary<double[]> Ballots = Gen.Elements(0, 0.5, 1, 0.2, 0.7, double.NaN).ArrayOf().ToArbitrary();

    [Fact]
    public void Nominal_alpha_and_Fleiss_kappa_do_not_know_what_labels_are_called() => Check(Units, units =>
    {
        double[][] renamed = [.. units.Select(unit => unit.Select(label => (label * 7 + 3) % 5).ToArray())];
        int[][] counts = [.. Counts(units).Select(item => new[] { item[2], item[0], item[3], item[1] })];

        Same(KrippendorffsAlpha.Of(units, MeasurementLevel.Nominal), KrippendorffsAlpha.Of(renamed, MeasurementLevel.Nominal));
        Same(FleissKappa.Of(Counts(units)), FleissKappa.Of(counts));
    });

    [Fact]
    public void Ordinal_alpha_knows_only_the_order() => Check(Units, units =>
    {
        double[][] stretched = [.. units.Select(unit => unit.Select(Math.Exp).ToArray())];

        Same(KrippendorffsAlpha.Of(units, MeasurementLevel.Ordinal), KrippendorffsAlpha.Of(stretched, MeasurementLevel.Ordinal));
    });

    [Fact]
    public void Interval_alpha_is_the_same_in_every_unit_and_from_every_zero() => Check(Units, units =>
    {
        double[][] scaled = [.. units.Select(unit => unit.Select(value => 3 - 2.5 * value).ToArray())];

        Same(KrippendorffsAlpha.Of(units, MeasurementLevel.Interval), KrippendorffsAlpha.Of(scaled, MeasurementLevel.Interval));
    });

    [Fact]
    public void Alpha_does_not_know_the_order_of_raters_and_units() => Check(Units, units =>
    {
        double[][] reversed = [.. units.Reverse().Select(unit => unit.Reverse().ToArray())];

        foreach (MeasurementLevel level in Enum.GetValues<MeasurementLevel>())
        {
            Same(KrippendorffsAlpha.Of(units, level), KrippendorffsAlpha.Of(reversed, level));
        }
    });

    [Fact]
    public void Agreement_is_at_most_1_and_an_interval_holds_its_value() => Check(Units, units =>
    {
        Estimate?[] figures =
        [
            FleissKappa.Describe(Counts(units), 0.9), .. Enum.GetValues<MeasurementLevel>().Select(level => KrippendorffsAlpha.Describe(units, level, 0.9)),
        ];
        foreach (Estimate figure in figures.OfType<Estimate>())
        {
            Assert.InRange(figure.Value, double.NegativeInfinity, 1 + 1e-12);
            Assert.True(figure.Interval?.Contains(figure.Value) ?? true);
        }
    });

    [Fact]
    public void Kappa_is_symmetric_in_its_raters_and_lies_between_minus_1_and_1() => Check(Gen.Choose(0, 9).ArrayOf(9).ToArbitrary(), table =>
    {
        double[] confusion = [.. table.Select(count => (double)count)];
        double[] turned = [.. Enumerable.Range(0, 9).Select(cell => confusion[cell % 3 * 3 + cell / 3])];
        foreach (KappaWeights weights in Enum.GetValues<KappaWeights>())
        {
            double kappa = CohensKappa.Of(confusion, weights);
            Same(kappa, CohensKappa.Of(turned, weights));
            Assert.True(double.IsNaN(kappa) || kappa is >= -1.0000001 and <= 1.0000001);
        }
    });

    [Fact]
    public void Unweighted_kappa_does_not_know_the_order_of_labels() => Check(Gen.Choose(0, 9).ArrayOf(9).ToArbitrary(), table =>
    {
        int[] order = [2, 0, 1];
        double[] renamed = [.. Enumerable.Range(0, 9).Select(cell => (double)table[order[cell / 3] * 3 + order[cell % 3]])];

        Same(CohensKappa.Of([.. table.Select(count => (double)count)]), CohensKappa.Of(renamed));
    });

    [Fact]
    public void Scores_of_votes_lie_between_0_and_1_and_do_not_know_which_side_is_which() => Check(Ballots, votes =>
    {
        double[] turned = [.. votes.Select(vote => 1 - vote)];
        foreach (ScoringRule rule in Enum.GetValues<ScoringRule>())
        {
            double score = Votes.LeaveOneOut(votes, rule);
            Same(score, Votes.LeaveOneOut(turned, rule));
            Same(Votes.AgainstAllButOne([0, 1], votes, rule), Votes.AgainstAllButOne([1, 0], turned, rule));
            Assert.True(double.IsNaN(score) || score is >= 0 and <= 1);
        }
    });

    [Fact]
    public void Centre_against_centre_is_symmetric() => Check(Gen.Two(Ballots.Generator).Select(pair => (pair.Item1, pair.Item2)).ToArbitrary(), pair =>
    {
        foreach (ScoringRule rule in Enum.GetValues<ScoringRule>())
        {
            Same(Votes.CentreAgainstCentre(pair.Item1, pair.Item2, rule), Votes.CentreAgainstCentre(pair.Item2, pair.Item1, rule));
        }
    });

    [Fact]
    public void Both_rules_agree_on_votes_without_ties() => Check(Gen.Elements(0.0, 1.0).ArrayOf().ToArbitrary(), votes =>
        Same(Votes.LeaveOneOut(votes, ScoringRule.ZeroOne), Votes.LeaveOneOut(votes, ScoringRule.Absolute)));

    [Fact]
    public void The_jackknife_of_a_mean_is_the_error_of_the_mean() => Check(Gen.Choose(-50, 50).ArrayOf().Where(x => x.Length > 1).ToArbitrary(), all =>
    {
        double[] values = [.. all.Select(number => (double)number)];
        double sum = values.Sum();
        Estimate direct = MeanEstimate.Of(values, 0.95)!;
        Estimate jackknife = ItemJackknife.Describe(direct.Value, [.. values.Select(value => ((sum - value) / (values.Length - 1), 1))], 0.95);

        Assert.Equal(direct.StandardError is null, jackknife.StandardError is null);
        if (direct.StandardError is double error) Assert.Equal(error, jackknife.StandardError!.Value, 1e-9 * error);
    });

    private static int[][] Counts(double[][] units) =>
        [.. units.Select(unit => Enumerable.Range(0, 4).Select(label => unit.Count(rating => rating == label)).ToArray())];

    private static void Same(double expected, double actual)
    {
        if (double.IsNaN(expected) || double.IsNaN(actual)) Assert.Equal(expected, actual);
        else Assert.Equal(expected, actual, 1e-9);
    }

    private static void Check<T>(Arbitrary<T> arbitrary, Action<T> property) =>
        Prop.ForAll(arbitrary, property).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260101, 17));
}
