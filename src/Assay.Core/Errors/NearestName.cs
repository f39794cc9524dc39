namespace Assay.Core.Errors;

/// <summary>Finds the name somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the fewest edits to <paramref name="typed"/> (characters to insert, delete or replace, neighbours to swap; case does not count),
    /// or the first one that continues it. Of equally near ones the first. Null if none is near: more than a third of the characters, at least two, would have
    /// to change. Distance: optimal string alignment (Damerau 1964, Levenshtein 1966).
    /// </summary>
    public static string? Find(string typed, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(candidates);
        string? nearest = null;
        int fewest = Math.Max(2, typed.Length / 3) + 1;
        string? continued = null;
        foreach (string candidate in candidates)
        {
            int edits = Distance(typed, candidate);
            if (edits < fewest && edits < candidate.Length) (fewest, nearest) = (edits, candidate);
            if (typed.Length > 2 && candidate.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) continued ??= candidate;
        }
        return continued ?? nearest;
    }

    /// <summary>"; did you mean 'NAME'?" to end a sentence with or, where nothing is near, an empty text.</summary>
    public static string Hint(string typed, IEnumerable<string> candidates) => Find(typed, candidates) is string nearest ? $"; did you mean '{nearest}'?" : "";

    // Three rows instead of the matrix.
    private static int Distance(string first, string second)
    {
        int[] beforeLast = new int[second.Length + 1];
        int[] last = new int[second.Length + 1];
        int[] row = new int[second.Length + 1];
        for (int j = 0; j <= second.Length; j++) row[j] = j;
        for (int i = 1; i <= first.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                bool same = Same(first[i - 1], second[j - 1]);
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                bool swapped = i > 1 && j > 1 && Same(first[i - 1], second[j - 2]) && Same(first[i - 2], second[j - 1]);
                if (swapped) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
        }
        return row[second.Length];
    }

    private static bool Same(char first, char second) => char.ToLowerInvariant(first) == char.ToLowerInvariant(second);
}
