using Assay.Statistics.Estimation;

namespace Assay.Statistics.Agreement;

/// <summary>
/// Krippendorff's alpha, 1 - D_o / D_e: the disagreement seen within units over that of ratings paired at random. Any number of raters; ratings may miss.
/// Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); the ordinal metric is the squared difference of mean ranks.
/// </summary>
public static class KrippendorffsAlpha
{
    /// <summary>Work, in additions, above which there is no interval: ratings of so many different values that leaving out each unit takes seconds.</summary>
    private const double MostWork = 2e8;

    /// <summary>Alpha.</summary>
    /// <param name="units">For each unit its ratings, finite; units with fewer than two are left out.</param>
    /// <param name="level">What differences mean.</param>
    /// <returns>At most 1; NaN where no unit has two ratings, or where all ratings are equal: alpha is then 0 / 0. Some tools call that 1; we do not, since
    /// raters who can say one thing only were not seen to agree.</returns>
    /// <exception cref="ArgumentException">A rating is not finite.</exception>
    public static double Of(IReadOnlyList<double[]> units, MeasurementLevel level) => Coincidences.Of(units).Alpha(level);

    /// <summary>Alpha with the jackknife's error and interval; the unit is left out whole.</summary>
    /// <param name="units">As for <see cref="Of"/>.</param>
    /// <param name="level">What differences mean.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>Null where alpha is not defined. Without error and interval where units times the square of different ratings is above 2e8.</returns>
    /// <exception cref="ArgumentException">A rating is not finite.</exception>
    public static Estimate? Describe(IReadOnlyList<double[]> units, MeasurementLevel level, double confidence)
    {
        Coincidences all = Coincidences.Of(units);
        double alpha = all.Alpha(level);
        if (double.IsNaN(alpha)) return null;
        if ((double)all.Units.Count * all.Values * all.Values > MostWork) return new Estimate(alpha, null, null, all.Units.Count);
        // Units with the same ratings are alike, and one stands for all of them.
        Dictionary<string, (int[] Ratings, int Units)> kinds = new(StringComparer.Ordinal);
        foreach (int[] unit in all.Units)
        {
            string key = string.Join(' ', unit);
            kinds[key] = (unit, kinds.TryGetValue(key, out (int[], int Units) seen) ? seen.Units + 1 : 1);
        }
        List<(double, int)> without = [];
        foreach ((int[] ratings, int count) in kinds.Values)
        {
            all.Add(ratings, -1);
            without.Add((all.Alpha(level), count));
            all.Add(ratings, 1);
        }
        return ItemJackknife.Describe(alpha, [.. without], confidence, highest: 1);
    }
}
