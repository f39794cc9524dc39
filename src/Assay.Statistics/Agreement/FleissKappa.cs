using Assay.Statistics.Estimation;

namespace Assay.Statistics.Agreement;

/// <summary>
/// Fleiss' kappa of many raters: "Measuring nominal scale agreement among many raters", Psychol. Bull. 76 (1971). Items may have unlike numbers of ratings
/// (Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions", 3rd ed., section 18.3); those with fewer than two say nothing and are left out.
/// </summary>
public static class FleissKappa
{
    /// <summary>Kappa.</summary>
    /// <param name="counts">For each item, how many raters chose each label; all of one length.</param>
    /// <returns>At most 1; NaN without an item that two raters rated, or where all ratings are one label: kappa is then 0 / 0.</returns>
    public static double Of(IReadOnlyList<int[]> counts) => Sums(counts).Kappa;

    /// <summary>Kappa with the jackknife's error and interval.</summary>
    /// <param name="counts">As for <see cref="Of"/>.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>Null where kappa is not defined.</returns>
    public static Estimate? Describe(IReadOnlyList<int[]> counts, double confidence)
    {
        Totals all = Sums(counts);
        if (double.IsNaN(all.Kappa)) return null;
        (double, int)[] without = [.. counts.Where(static item => item.Sum() > 1).Select(item => (all.Without(item).Kappa, 1))];
        return ItemJackknife.Describe(all.Kappa, without, confidence, highest: 1);
    }

    private static Totals Sums(IReadOnlyList<int[]> counts)
    {
        Totals totals = new(new double[counts.Count == 0 ? 0 : counts[0].Length], 0, 0);
        foreach (int[] item in counts)
        {
            if (item.Sum() > 1) totals = totals.With(item, 1, totals.Labels);
        }
        return totals;
    }

    // Labels: ratings by label; Agreement: sum over items of the share of its pairs of raters that agree.
    private readonly record struct Totals(double[] Labels, double Agreement, int Items)
    {
        public double Kappa
        {
            get
            {
                double ratings = Labels.Sum();
                if (Items == 0 || ratings == 0) return double.NaN;
                double expected = Labels.Sum(label => label / ratings * (label / ratings));
                // One label only: exactly 1 but for rounding.
                if (Labels.Count(static label => label > 0) < 2) return double.NaN;
                return (Agreement / Items - expected) / (1 - expected);
            }
        }

        public Totals Without(int[] item) => With(item, -1, [.. Labels]);

        public Totals With(int[] item, int sign, double[] labels)
        {
            double ratings = item.Sum(), pairs = 0;
            for (int label = 0; label < item.Length; label++)
            {
                labels[label] += sign * item[label];
                pairs += (double)item[label] * (item[label] - 1);
            }
            return new Totals(labels, Agreement + sign * pairs / (ratings * (ratings - 1)), Items + sign);
        }
    }
}
