using Assay.Statistics.Estimation;

namespace Assay.Core.JudgeEvaluations;

/// <summary>Means of shares over pairs, as figures.</summary>
internal static class MeanFigures
{
    /// <summary>
    /// The mean over pairs with its t interval cut to the range, which loses no coverage; where every pair is 0 or 1, Wilson's interval, which holds near the
    /// ends too. Values that are NaN are left out.
    /// </summary>
    public static Figure Share(IEnumerable<double> values, double confidence, string absent)
    {
        double[] known = [.. values.Where(static value => !double.IsNaN(value))];
        if (known.Length > 0 && Array.TrueForAll(known, static value => value is 0 or 1))
        {
            return Figure.Of(ProportionEstimate.Of(known.Count(static value => value == 1), known.Length, confidence), absent);
        }
        return Mean(known, confidence, absent, 0, 1);
    }

    /// <summary>The mean with its t interval, cut to a range. Values that are NaN are left out.</summary>
    public static Figure Mean(IEnumerable<double> values, double confidence, string absent, double lowest, double highest)
    {
        Estimate? mean = MeanEstimate.Of([.. values.Where(static value => !double.IsNaN(value))], confidence);
        if (mean?.Interval is { } interval)
        {
            ConfidenceInterval cut = new(Math.Clamp(interval.Lower, lowest, highest), Math.Clamp(interval.Upper, lowest, highest), interval.Level);
            mean = mean with { Interval = cut };
        }
        return Figure.Of(mean, absent);
    }
}
