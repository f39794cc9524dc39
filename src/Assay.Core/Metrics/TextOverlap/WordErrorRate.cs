namespace Assay.Core.Metrics.TextOverlap;

/// <summary>How many words must be inserted, deleted or replaced to make the gold text of the prediction (Levenshtein 1966).</summary>
/// <param name="Edits">The fewest edits.</param>
/// <param name="Rate">Edits over the gold text's words, 0 or more, above 1 for long wrong predictions; null for a gold text without words.</param>
public readonly record struct WordErrorRate(int Edits, double? Rate)
{
    /// <summary>The rate of one prediction.</summary>
    public static WordErrorRate Of(string gold, string prediction, TextTokens tokens = TextTokens.WhiteSpace)
    {
        TokenTable table = new(tokens);
        int[] wanted = table.Read(gold), said = table.Read(prediction);
        int edits = Fewest(wanted, said);
        return new WordErrorRate(edits, wanted.Length == 0 ? null : (double)edits / wanted.Length);

        static int Fewest(int[] first, int[] second)
        {
            int[] row = [.. Enumerable.Range(0, second.Length + 1)];
            for (int i = 1; i <= first.Length; i++)
            {
                int diagonal = row[0]++;
                for (int j = 1; j <= second.Length; j++)
                {
                    int replaced = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                    diagonal = row[j];
                    row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
                }
            }
            return row[^1];
        }
    }
}
