namespace Assay.Core.Metrics.TextOverlap;

/// <summary>
/// ROUGE (Lin 2004) of one prediction against one gold text, as Google's rouge_score computes it, without stemming. Of several gold texts the one with the
/// highest F1 counts.
/// </summary>
public static class Rouge
{
    /// <summary>ROUGE-N: shared n-grams, each as often as both texts have it (Lin 2004, equation 1, and its precision).</summary>
    /// <param name="gold">The gold text.</param>
    /// <param name="prediction">The text to score.</param>
    /// <param name="order">n, at least 1.</param>
    /// <param name="tokens">What the tokens are.</param>
    /// <returns>Zeros where either text is shorter than n tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is below 1.</exception>
    public static OverlapScore N(string gold, string prediction, int order, TextTokens tokens = TextTokens.LettersAndDigits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        TokenTable table = new(tokens);
        int[] goldTokens = table.Read(gold), predicted = table.Read(prediction);
        int[] goldNgrams = [.. goldTokens], predictedNgrams = [.. predicted];
        int goldCount = goldTokens.Length, predictedCount = predicted.Length, distinct = table.Count;
        for (int n = 2; n <= order; n++)
        {
            NgramTable longer = new();
            goldCount = longer.Extend(goldNgrams, goldTokens, n);
            predictedCount = longer.Extend(predictedNgrams, predicted, n);
            distinct = longer.Count;
        }
        int[] left = new int[distinct];
        foreach (int ngram in goldNgrams.AsSpan(0, goldCount)) left[ngram]++;
        int overlap = 0;
        foreach (int ngram in predictedNgrams.AsSpan(0, predictedCount))
        {
            if (left[ngram]-- > 0) overlap++;
        }
        return OverlapScore.Of(overlap, predictedCount, goldCount);
    }

    /// <summary>ROUGE-L: the longest common subsequence of the two texts as one sequence each (Lin 2004, section 3.1, with beta = 1).</summary>
    /// <param name="gold">The gold text.</param>
    /// <param name="prediction">The text to score.</param>
    /// <param name="tokens">What the tokens are.</param>
    /// <returns>Zeros where either text has no tokens.</returns>
    public static OverlapScore L(string gold, string prediction, TextTokens tokens = TextTokens.LettersAndDigits)
    {
        TokenTable table = new(tokens);
        int[] goldTokens = table.Read(gold), predicted = table.Read(prediction);
        return OverlapScore.Of(CommonSubsequence.Length(goldTokens, predicted, table.Count), predicted.Length, goldTokens.Length);
    }

    /// <summary>
    /// ROUGE-Lsum: for each line of the gold text the union of its longest common subsequences with all lines of the prediction, each token as often as both
    /// texts have it (Lin 2004, section 3.2). Lines are sentences.
    /// </summary>
    /// <inheritdoc cref="L"/>
    public static OverlapScore LSum(string gold, string prediction, TextTokens tokens = TextTokens.LettersAndDigits)
    {
        TokenTable table = new(tokens);
        int[][] goldLines = Lines(gold), predictedLines = Lines(prediction);
        int[] goldLeft = Counts(goldLines), predictedLeft = Counts(predictedLines);
        int overlap = 0;
        foreach (int[] line in goldLines)
        {
            bool[] shared = new bool[line.Length];
            foreach (int[] predicted in predictedLines) CommonSubsequence.Mark(line, predicted, shared);
            for (int i = 0; i < line.Length; i++)
            {
                if (!shared[i] || goldLeft[line[i]] == 0 || predictedLeft[line[i]] == 0) continue;
                goldLeft[line[i]]--;
                predictedLeft[line[i]]--;
                overlap++;
            }
        }
        return OverlapScore.Of(overlap, predictedLines.Sum(static line => line.Length), goldLines.Sum(static line => line.Length));

        int[][] Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(table.Read)];

        int[] Counts(int[][] lines)
        {
            int[] counts = new int[table.Count];
            foreach (int[] line in lines)
            {
                foreach (int token in line) counts[token]++;
            }
            return counts;
        }
    }
}
