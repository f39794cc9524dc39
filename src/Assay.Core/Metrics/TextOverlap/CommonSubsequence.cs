using System.Buffers;
using System.Numerics;

namespace Assay.Core.Metrics.TextOverlap;

/// <summary>The longest common subsequence of two sequences of token numbers.</summary>
internal static class CommonSubsequence
{
    /// <summary>Its length, 64 places of the first sequence at a time (Crochemore and others 2001; in the form of Hyyrö 2004).</summary>
    /// <param name="first">Numbers from 0 to <paramref name="tokenCount"/> - 1.</param>
    /// <param name="second">As the first.</param>
    /// <param name="tokenCount">How many different tokens there are.</param>
    public static int Length(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int tokenCount)
    {
        if (first.IsEmpty || second.IsEmpty) return 0;
        int words = (first.Length + 63) / 64;
        // For each token the places where the first sequence has it, then the row of the table: a bit is 0 where its value steps up.
        ulong[] rented = ArrayPool<ulong>.Shared.Rent((tokenCount + 1) * words);
        Span<ulong> places = rented.AsSpan(0, tokenCount * words), row = rented.AsSpan(tokenCount * words, words);
        places.Clear();
        row.Fill(ulong.MaxValue);
        for (int i = 0; i < first.Length; i++) places[first[i] * words + (i >> 6)] |= 1UL << (i & 63);
        foreach (int token in second)
        {
            ReadOnlySpan<ulong> has = places.Slice(token * words, words);
            ulong carry = 0;
            for (int word = 0; word < row.Length; word++)
            {
                ulong before = row[word], matches = before & has[word];
                ulong sum = before + matches;
                ulong total = sum + carry;
                carry = sum < before || total < sum ? 1UL : 0;
                row[word] = total | (before & ~has[word]);
            }
        }
        int length = 0;
        for (int word = 0; word < words; word++)
        {
            ulong steps = ~row[word];
            if (word == words - 1 && (first.Length & 63) != 0) steps &= (1UL << (first.Length & 63)) - 1;
            length += BitOperations.PopCount(steps);
        }
        ArrayPool<ulong>.Shared.Return(rented);
        return length;
    }

    /// <summary>
    /// Marks the places of one longest common subsequence in the first sequence: of several the one that a walk back from the ends finds which gives up a token
    /// of the first sequence unless giving up one of the second keeps more. Google's rouge_score walks so, and ROUGE-Lsum depends on it.
    /// </summary>
    public static void Mark(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<bool> marks)
    {
        int width = second.Length + 1;
        int[] lengths = new int[(first.Length + 1) * width];
        for (int i = 1; i <= first.Length; i++)
        {
            for (int j = 1; j <= second.Length; j++)
            {
                lengths[i * width + j] = first[i - 1] == second[j - 1]
                    ? lengths[(i - 1) * width + j - 1] + 1
                    : Math.Max(lengths[(i - 1) * width + j], lengths[i * width + j - 1]);
            }
        }
        for (int i = first.Length, j = second.Length; i > 0 && j > 0;)
        {
            if (first[i - 1] == second[j - 1])
            {
                marks[--i] = true;
                j--;
            }
            else if (lengths[i * width + j - 1] > lengths[(i - 1) * width + j]) j--;
            else i--;
        }
    }
}
