using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Calibration;

/// <summary>The area under the curve of accuracy by coverage with its uncertainty.</summary>
public static class SelectiveAreaEstimate
{
    /// <summary>
    /// <see cref="SelectiveAccuracy.Area"/>; its standard error from the items' influences. The area is a mean of the outcomes weighted by -ln u, with u the
    /// share of items at least as confident, so an item adds its own weighted outcome, and moves the u of all that are less confident.
    /// </summary>
    /// <param name="confidences">One for each item, none NaN; only their order counts.</param>
    /// <param name="isRight">As many: whether the item's answer is right.</param>
    /// <param name="confidence">Nominal coverage of the interval, strictly between 0 and 1: Student's t, cut at 0 and 1.</param>
    /// <returns>Null without items. One item, or all right or all wrong: a value alone.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a confidence is NaN.</exception>
    public static Estimate? Of(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> isRight, double confidence)
    {
        ConfidenceLevel.Check(confidence);
        if (confidences.IsEmpty) return null;
        double area = new SelectiveAccuracy(confidences, isRight).Area;
        double[] influences = Influences(confidences, isRight);
        int right = 0;
        foreach (bool one in isRight) right += one ? 1 : 0;
        if (right == 0 || right == influences.Length || influences.Length < 2) return new Estimate(area, null, null, influences.Length);
        double error = SampleDeviation.Of(influences) / Math.Sqrt(influences.Length);
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, influences.Length - 1) * error;
        ConfidenceInterval interval = new(Math.Clamp(area - margin, 0, area), Math.Clamp(area + margin, area, 1), confidence);
        return new Estimate(area, error, interval, influences.Length);
    }

    private static double[] Influences(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> isRight)
    {
        int n = confidences.Length;
        double[] ascending = confidences.ToArray();
        int[] order = [.. Enumerable.Range(0, n)];
        Array.Sort(ascending, order);
        double[] weights = new double[n + 1];
        // At rank r from the most confident: the sum of 1 / k over k from r to n.
        for (int rank = n; rank > 0; rank--) weights[rank - 1] = weights[rank] + 1.0 / rank;
        double[] influences = new double[n];
        double below = 0;
        for (int start = 0, end; start < n; start = end)
        {
            end = start;
            double weight = 0, moved = 0, right = 0;
            for (; end < n && ascending[end] == ascending[start]; end++)
            {
                weight += weights[n - end - 1];
                moved += 1.0 / (n - end);
                right += isRight[order[end]] ? 1 : 0;
            }
            // Within a group of equal confidences the share right counts; one item more moves the group's lower end too.
            double share = right / (end - start), last = share * weights[n - start - 1];
            for (int i = start; i < end; i++)
                influences[order[i]] = ((isRight[order[i]] ? 1 : 0) - share) * weight / (end - start) + last - below;
            below += share * moved;
        }
        return influences;
    }
}
