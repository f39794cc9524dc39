using System.Text;

namespace Assay.Core.Metrics.TextOverlap;

/// <summary>
/// chrF2 (Popović 2015) in [0, 1], as sacreBLEU computes it: F-score with beta = 2 of the n-grams of characters, n = 1 to 6, white space left out; precision
/// and recall are averaged over the orders that both texts are long enough for. Characters are Unicode code points. sacreBLEU prints it times 100.
/// </summary>
public static class ChrF
{
    private const int Order = 6;
    private const double SquaredBeta = 4;

    /// <summary>chrF2 of one prediction, against the gold text that scores highest.</summary>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public static double Sentence(IReadOnlyList<string> references, string prediction) => Score(Best(references, prediction));

    /// <summary>chrF2 of a corpus, from the sums of its counts, each prediction against the gold text that scores highest.</summary>
    /// <returns>Null for no items.</returns>
    /// <exception cref="ArgumentException">An item has no reference.</exception>
    public static double? Corpus(IEnumerable<(IReadOnlyList<string> References, string Prediction)> items) =>
        OfSum(items.Select(static item => Best(item.References, item.Prediction)));

    /// <summary>chrF2 from the sums of counts; null for none.</summary>
    internal static double? OfSum(IEnumerable<(int Predicted, int Gold, int Shared)[]> items)
    {
        (int Predicted, int Gold, int Shared)[]? sum = null;
        foreach ((int Predicted, int Gold, int Shared)[] counts in items)
        {
            sum ??= new (int, int, int)[Order];
            for (int n = 0; n < Order; n++) sum[n] = (sum[n].Predicted + counts[n].Predicted, sum[n].Gold + counts[n].Gold, sum[n].Shared + counts[n].Shared);
        }
        return sum is null ? null : Score(sum);
    }

    /// <summary>The counts against the gold text that scores highest, for each order from 1.</summary>
    internal static (int Predicted, int Gold, int Shared)[] Best(IReadOnlyList<string> references, string prediction) => references.Count == 0
        ? throw new ArgumentException("chrF needs a reference.", nameof(references))
        : references.Select(reference => Count(reference, prediction)).MaxBy(Score)!;

    private static (int Predicted, int Gold, int Shared)[] Count(string reference, string prediction)
    {
        int[] gold = Characters(reference), predicted = Characters(prediction);
        Dictionary<int, int> unigrams = [];
        foreach (int[] text in new[] { gold, predicted })
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!unigrams.TryGetValue(text[i], out int number)) unigrams.Add(text[i], number = unigrams.Count);
                text[i] = number;
            }
        }
        int[] goldNgrams = [.. gold], predictedNgrams = [.. predicted];
        (int, int, int)[] counts = new (int, int, int)[Order];
        for (int n = 1, distinct = unigrams.Count; n <= Order; n++)
        {
            (int goldCount, int predictedCount) = (gold.Length, predicted.Length);
            if (n > 1)
            {
                NgramTable table = new();
                goldCount = table.Extend(goldNgrams, gold, n);
                predictedCount = table.Extend(predictedNgrams, predicted, n);
                distinct = table.Count;
            }
            int[] left = new int[distinct];
            foreach (int ngram in goldNgrams.AsSpan(0, goldCount)) left[ngram]++;
            int shared = 0;
            foreach (int ngram in predictedNgrams.AsSpan(0, predictedCount))
            {
                if (left[ngram]-- > 0) shared++;
            }
            // Where the gold text is too short for an order, sacreBLEU counts none of the prediction's n-grams either.
            counts[n - 1] = (goldCount == 0 ? 0 : predictedCount, goldCount, shared);
        }
        return counts;
    }

    private static double Score((int Predicted, int Gold, int Shared)[] counts)
    {
        double precision = 0, recall = 0;
        int orders = 0;
        foreach ((int predicted, int gold, int shared) in counts)
        {
            if (predicted == 0 || gold == 0) continue;
            precision += (double)shared / predicted;
            recall += (double)shared / gold;
            orders++;
        }
        if (precision + recall == 0) return 0;
        return (1 + SquaredBeta) * (precision / orders) * (recall / orders) / (SquaredBeta * precision / orders + recall / orders);
    }

    private static int[] Characters(string text) =>
        [.. text.EnumerateRunes().Where(static rune => !Rune.IsWhiteSpace(rune)).Select(static rune => rune.Value)];
}
