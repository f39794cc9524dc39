using System.Runtime.InteropServices;

namespace Assay.Core.Metrics.TextOverlap;

/// <summary>
/// Gives equal n-grams of one length equal numbers, from 0 on. An n-gram's number is looked up by the number of its first n - 1 tokens and its last token, so
/// no n-gram is ever built as a text.
/// </summary>
internal sealed class NgramTable
{
    private readonly Dictionary<long, int> _numbers = [];

    /// <summary>How many n-grams have a number.</summary>
    public int Count => _numbers.Count;

    /// <summary>Turns the numbers of (n - 1)-grams into those of n-grams, in place.</summary>
    /// <param name="shorter">For each place the number of the (n - 1)-gram that starts there.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="order">n, at least 2.</param>
    /// <returns>How many n-grams there are; the places after them hold nothing.</returns>
    public int Extend(Span<int> shorter, ReadOnlySpan<int> tokens, int order)
    {
        int count = Math.Max(0, tokens.Length - order + 1);
        for (int i = 0; i < count; i++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, ((long)shorter[i] << 32) | (uint)tokens[i + order - 1], out bool isKnown);
            if (!isKnown) number = _numbers.Count - 1;
            shorter[i] = number;
        }
        return count;
    }
}
