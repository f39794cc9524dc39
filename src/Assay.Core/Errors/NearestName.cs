namespace Assay.Core.Errors;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate with the fewest letters to insert, delete or replace (Levenshtein 1966), ignoring case; the first of equally near ones.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">At least one name that exists.</param>
    /// <exception cref="InvalidOperationException">There are no candidates.</exception>
    public static string To(string name, IEnumerable<string> candidates) => candidates.MinBy(candidate => Distance(name, candidate))
        ?? throw new InvalidOperationException("There is no name to be near to.");

    private static int Distance(string first, string second)
    {
        int[] row = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 1; i <= first.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(first[i - 1]) == char.ToUpperInvariant(second[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
