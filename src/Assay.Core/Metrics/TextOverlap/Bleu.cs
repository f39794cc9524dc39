using System.Collections.Immutable;

namespace Assay.Core.Metrics.TextOverlap;

/// <summary>BLEU (Papineni, Roukos, Ward and Zhu 2002) in [0, 1]: how many of a prediction's n-grams its references have.</summary>
public static class Bleu
{
    /// <summary>BLEU of one prediction. Its mean over a corpus is not the corpus' BLEU.</summary>
    /// <param name="references">The gold texts, at least one.</param>
    /// <param name="prediction">The text to score.</param>
    /// <param name="options">How; null: <see cref="BleuOptions.Sentence"/>.</param>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public static double Sentence(IReadOnlyList<string> references, string prediction, BleuOptions? options = null)
    {
        options ??= BleuOptions.Sentence;
        return Count(references, prediction, options).Score(options);
    }

    /// <summary>BLEU of a corpus, from the sums of its counts.</summary>
    /// <param name="items">Each prediction with its gold texts.</param>
    /// <param name="options">How; null: <see cref="BleuOptions.Corpus"/>.</param>
    /// <returns>Null for no items.</returns>
    /// <exception cref="ArgumentException">An item has no reference.</exception>
    public static double? Corpus(IEnumerable<(IReadOnlyList<string> References, string Prediction)> items, BleuOptions? options = null)
    {
        options ??= BleuOptions.Corpus;
        BleuCounts? sum = null;
        foreach ((IReadOnlyList<string> references, string prediction) in items)
        {
            BleuCounts counts = Count(references, prediction, options);
            sum = sum?.Add(counts) ?? counts;
        }
        return sum?.Score(options);
    }

    /// <summary>The counts of one prediction.</summary>
    /// <inheritdoc cref="Sentence"/>
    public static BleuCounts Count(IReadOnlyList<string> references, string prediction, BleuOptions options)
    {
        if (references.Count == 0) throw new ArgumentException("BLEU needs a reference.", nameof(references));
        TokenTable table = new(options.Tokens);
        int[] predicted = table.Read(prediction);
        int[][] golds = [.. references.Select(table.Read)];
        int[] matches = new int[options.Order], totals = new int[options.Order];
        int[] ngrams = [.. predicted];
        int[][] goldNgrams = [.. golds.Select(static gold => gold.ToArray())];
        for (int n = 1; n <= options.Order; n++)
        {
            NgramTable longer = new();
            totals[n - 1] = n == 1 ? predicted.Length : longer.Extend(ngrams, predicted, n);
            int[] counts = golds.Select((gold, i) => n == 1 ? gold.Length : longer.Extend(goldNgrams[i], gold, n)).ToArray();
            matches[n - 1] = Matches(ngrams.AsSpan(0, totals[n - 1]), goldNgrams, counts, n == 1 ? table.Count : longer.Count);
        }
        int length = golds.Select(static gold => gold.Length).MinBy(gold => (Math.Abs(gold - predicted.Length), gold));
        return new BleuCounts([.. matches], [.. totals], predicted.Length, length);
    }

    private static int Matches(ReadOnlySpan<int> ngrams, int[][] golds, int[] goldCounts, int distinct)
    {
        int[] most = new int[distinct], count = new int[distinct];
        for (int i = 0; i < golds.Length; i++)
        {
            ReadOnlySpan<int> gold = golds[i].AsSpan(0, goldCounts[i]);
            foreach (int ngram in gold) most[ngram] = Math.Max(most[ngram], ++count[ngram]);
            foreach (int ngram in gold) count[ngram] = 0;
        }
        int matches = 0;
        foreach (int ngram in ngrams)
        {
            if (most[ngram]-- > 0) matches++;
        }
        return matches;
    }

    /// <summary>
    /// Self-BLEU in [0, 1] (Zhu and others 2018), how much texts repeat one another: the mean of each text's <see cref="Sentence"/> BLEU against all others.
    /// Blank texts are left out; fewer than two texts give 0, as in HELM.
    /// </summary>
    public static double Self(IEnumerable<string> texts, BleuOptions? options = null)
    {
        ImmutableArray<string> known = [.. texts.Where(static text => !string.IsNullOrWhiteSpace(text))];
        return known.Length < 2 ? 0 : known.Select((text, i) => Sentence(known.RemoveAt(i), text, options)).Average();
    }
}
