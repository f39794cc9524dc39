namespace Assay.Statistics.Comparison;

/// <summary>The ways to choose some of several.</summary>
internal static class Combinations
{
    /// <summary>Number of ways to choose k of n; infinite where it is beyond a double.</summary>
    public static double Count(int n, int k)
    {
        double count = 1;
        for (int i = 1; i <= Math.Min(k, n - k); i++) count = Math.Round(count * (n - Math.Min(k, n - k) + i) / i);
        return count;
    }

    /// <summary>Every way, as marks of the chosen in one array that is reused; lexicographic.</summary>
    public static IEnumerable<bool[]> All(int n, int k)
    {
        int[] chosen = [.. Enumerable.Range(0, k)];
        bool[] marks = new bool[n];
        while (true)
        {
            Array.Clear(marks);
            foreach (int i in chosen) marks[i] = true;
            yield return marks;
            int last = k - 1;
            while (last >= 0 && chosen[last] == n - k + last) last--;
            if (last < 0) yield break;
            chosen[last]++;
            for (int i = last + 1; i < k; i++) chosen[i] = chosen[i - 1] + 1;
        }
    }
}
