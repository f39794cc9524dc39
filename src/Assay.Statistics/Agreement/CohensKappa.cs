using Assay.Statistics.Estimation;

namespace Assay.Statistics.Agreement;

/// <summary>
/// Cohen's kappa of two raters, 1 - (weighted disagreement seen) / (weighted disagreement expected of raters who use each label as often, but independently):
/// "A coefficient of agreement for nominal scales", Educ. Psychol. Meas. 20 (1960); with weights, Psychol. Bull. 70 (1968).
/// </summary>
public static class CohensKappa
{
    /// <summary>Kappa of a table.</summary>
    /// <param name="confusion">
    /// Items by the first rater's label (row) and the second's (column), row by row: a square of counts or weights, none negative.
    /// </param>
    /// <param name="weights">How much a disagreement weighs.</param>
    /// <returns>In [-1, 1]; NaN without items, or where no disagreement is expected because both raters use one and the same label only: kappa is then
    /// 0 / 0.</returns>
    /// <exception cref="ArgumentException">The table is no square.</exception>
    public static double Of(ReadOnlySpan<double> confusion, KappaWeights weights = KappaWeights.None)
    {
        int labels = Labels(confusion);
        double[] rows = new double[labels], columns = new double[labels];
        double total = 0, seen = 0, expected = 0;
        for (int i = 0; i < labels; i++)
        {
            for (int j = 0; j < labels; j++)
            {
                double cell = confusion[i * labels + j];
                rows[i] += cell;
                columns[j] += cell;
                total += cell;
                seen += cell * Weight(i, j, weights);
            }
        }
        for (int i = 0; i < labels; i++)
        {
            for (int j = 0; j < labels; j++) expected += rows[i] * columns[j] * Weight(i, j, weights);
        }
        return expected > 0 ? 1 - seen * total / expected : double.NaN;
    }

    /// <summary>Kappa with the jackknife's error and interval; an item is one count of the table.</summary>
    /// <param name="confusion">Counts as for <see cref="Of"/>.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <param name="weights">How much a disagreement weighs.</param>
    /// <returns>Null where kappa is not defined.</returns>
    /// <exception cref="ArgumentException">The table is no square.</exception>
    public static Estimate? Describe(ReadOnlySpan<int> confusion, double confidence, KappaWeights weights = KappaWeights.None)
    {
        double[] table = new double[confusion.Length];
        for (int i = 0; i < table.Length; i++) table[i] = confusion[i];
        double kappa = Of(table, weights);
        if (double.IsNaN(kappa)) return null;
        List<(double, int)> without = [];
        for (int i = 0; i < table.Length; i++)
        {
            if (confusion[i] == 0) continue;
            // All items of a cell are alike, so one stands for all.
            table[i]--;
            without.Add((Of(table, weights), confusion[i]));
            table[i]++;
        }
        return ItemJackknife.Describe(kappa, [.. without], confidence, -1, 1);
    }

    /// <summary>Items by the labels of two raters, in the form <see cref="Of"/> takes.</summary>
    /// <param name="first">The first rater's labels, from 0.</param>
    /// <param name="second">The second rater's, of the same items in the same order.</param>
    /// <param name="labels">Number of labels.</param>
    /// <exception cref="ArgumentException">The raters have unlike numbers of items.</exception>
    public static int[] Confusion(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int labels)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"Two raters label the same items: {first.Length} is not {second.Length}.", nameof(second));
        int[] confusion = new int[labels * labels];
        for (int i = 0; i < first.Length; i++) confusion[first[i] * labels + second[i]]++;
        return confusion;
    }

    private static double Weight(int i, int j, KappaWeights weights) => weights switch
    {
        KappaWeights.Linear => Math.Abs(i - j),
        KappaWeights.Quadratic => (i - j) * (i - j),
        _ => i == j ? 0 : 1,
    };

    private static int Labels(ReadOnlySpan<double> confusion)
    {
        int labels = (int)Math.Round(Math.Sqrt(confusion.Length));
        return labels * labels == confusion.Length ? labels : throw new ArgumentException("A table of two raters is a square.", nameof(confusion));
    }
}
