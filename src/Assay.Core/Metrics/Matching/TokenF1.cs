namespace Assay.Core.Metrics.Matching;

/// <summary>F1 of the words that a prediction shares with a gold answer, in [0, 1].</summary>
public static class TokenF1
{
    /// <summary>
    /// HELM's <c>f1_score</c>: of the two sets of <see cref="QuasiText"/> words; a word counts once however often it is said. 0 where either side has no words.
    /// </summary>
    public static double OfSets(string gold, string prediction)
    {
        HashSet<string> goldWords = [.. QuasiText.Words(gold)];
        HashSet<string> predicted = [.. QuasiText.Words(prediction)];
        return Of(predicted.Count(goldWords.Contains), predicted.Count, goldWords.Count);
    }

    /// <summary>
    /// SQuAD's F1 (Rajpurkar and others 2016): of the two bags of <see cref="QuasiText"/> words; a word counts as often as both sides say it. Two sides
    /// without words are equal and score 1, as in the script of SQuAD 2.0; one without words scores 0.
    /// </summary>
    public static double OfBags(string gold, string prediction)
    {
        string[] goldWords = QuasiText.Words(gold), predicted = QuasiText.Words(prediction);
        if (goldWords.Length == 0 && predicted.Length == 0) return 1;
        Dictionary<string, int> left = [];
        foreach (string word in goldWords) left[word] = left.GetValueOrDefault(word) + 1;
        int shared = 0;
        foreach (string word in predicted)
        {
            if (left.GetValueOrDefault(word) is not (> 0 and int count)) continue;
            left[word] = count - 1;
            shared++;
        }
        return Of(shared, predicted.Length, goldWords.Length);
    }

    private static double Of(int shared, int predicted, int gold) => shared == 0 ? 0 : 2.0 * shared / (predicted + gold);
}
