using Assay.Statistics.Agreement;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Tests.Agreement;

public class AgreementEdgeTests
{
    [Fact]
    public void A_single_item_has_an_agreement_and_no_interval()
    {
        Estimate alpha = KrippendorffsAlpha.Describe([[0, 1, 1]], MeasurementLevel.Nominal, 0.95)!;
        Estimate kappa = FleissKappa.Describe([[1, 2]], 0.95)!;

        Assert.All([alpha, kappa], figure => Assert.Null(figure.Interval));
    }

    [Fact]
    public void Ratings_that_are_all_equal_have_no_agreement()
    {
        Assert.Null(KrippendorffsAlpha.Describe([[1, 1], [1, 1]], MeasurementLevel.Interval, 0.95));
        Assert.Null(FleissKappa.Describe([[3, 0], [3, 0]], 0.95));
        Assert.Null(CohensKappa.Describe([7, 0, 0, 0], 0.95));
    }

    [Fact]
    public void Perfect_agreement_has_no_interval_because_no_spread_was_seen()
    {
        Estimate kappa = CohensKappa.Describe([5, 0, 0, 5], 0.95)!;

        Assert.Equal((1.0, null), (kappa.Value, kappa.Interval));
    }

    [Fact]
    public void The_jackknife_of_kappa_is_near_the_error_of_large_samples()
    {
        // Fleiss, Cohen and Everitt (1969), equation 13: the variance of kappa for a table of proportions.
        double[] p = [0.4, 0.1, 0.2, 0.3];
        double chance = 0.5 * 0.6 + 0.5 * 0.4, kappa = (0.7 - chance) / (1 - chance), sum = 0;
        double[] rows = [0.5, 0.5], columns = [0.6, 0.4];
        for (int i = 0; i < 2; i++)
        {
            sum += p[3 * i] * Math.Pow(1 - (rows[i] + columns[i]) * (1 - kappa), 2);
            sum += (1 - kappa) * (1 - kappa) * p[1 + i] * Math.Pow(columns[i] + rows[1 - i], 2);
        }
        double variance = (sum - Math.Pow(kappa - chance * (1 - kappa), 2)) / (Math.Pow(1 - chance, 2) * 10000);

        Assert.Equal(Math.Sqrt(variance), CohensKappa.Describe([4000, 1000, 2000, 3000], 0.95)!.StandardError!.Value, 1e-3 * Math.Sqrt(variance));
    }

    [Fact]
    public void A_tied_mode_scores_as_its_draw_would_on_average()
    {
        // Without the first vote the others are 1 and 0: half the draws agree.
        Assert.Equal((0.5 + 0.5 + 0) / 3, Votes.LeaveOneOut([0, 0, 1], ScoringRule.ZeroOne), 1e-12);
        Assert.Equal((0.5, 0.5, 0.0), Votes.Mode([0, 1]));
    }

    [Fact]
    public void Votes_without_others_have_no_score()
    {
        Assert.Equal(double.NaN, Votes.LeaveOneOut([1, double.NaN], ScoringRule.ZeroOne));
        Assert.Equal(double.NaN, Votes.AgainstAll([double.NaN], [1], ScoringRule.ZeroOne));
        Assert.Equal(double.NaN, Votes.AgainstAllButOne([1], [1], ScoringRule.ZeroOne));
        Assert.Equal(double.NaN, Votes.CentreAgainstCentre([], [1], ScoringRule.Absolute));
    }

    [Fact]
    public void A_table_of_predictions_counts_what_is_no_label_as_wrong()
    {
        ClassificationTable table = new(2, 1) { [0, 0] = 3, [1, 1] = 2, [0, 1] = 1, [2, 1] = 2 };

        Assert.Equal(5.0 / 8, table.Accuracy);
        Assert.Equal((3.0 / 4 + 1) / 2, table.Macro.Precision, 1e-12);
        Assert.Equal((1 + 2.0 / 5) / 2, table.Macro.Recall, 1e-12);
    }

    [Fact]
    public void A_table_without_items_has_no_figures()
    {
        ClassificationTable table = new(3, 1);

        Assert.Equal((double.NaN, double.NaN), (table.Accuracy, table.Macro.F1));
    }
}
