using System.Runtime.CompilerServices;

namespace Assay.Evaluation.Judging;

/// <summary>
/// Counts, for each of 64 places, how many of the numbers added have that bit: all 64 counters at once, the n-th bits of all of them in one number. An addition
/// costs two operations on average, where counters side by side cost 64. Fewer than 2^31 numbers.
/// </summary>
internal struct BitVotes
{
    private const int Planes = 31;

    private CounterBits _bits;
    private int _count;

    /// <summary>Counts the bits of a number.</summary>
    public void Add(ulong bits)
    {
        _count = checked(_count + 1);
        for (int plane = 0; bits != 0; plane++)
        {
            ulong carry = _bits[plane] & bits;
            _bits[plane] ^= bits;
            bits = carry;
        }
    }

    /// <summary>The bits that more than half of the numbers have; 0 where nothing was added.</summary>
    public readonly ulong Majority
    {
        get
        {
            // Every counter is compared with half of the count, from the highest bit down.
            int half = _count / 2;
            ulong above = 0, equal = ulong.MaxValue;
            for (int plane = Planes - 1; plane >= 0; plane--)
            {
                if (((half >> plane) & 1) == 0)
                {
                    above |= equal & _bits[plane];
                    equal &= ~_bits[plane];
                }
                else
                {
                    equal &= _bits[plane];
                }
            }
            return above;
        }
    }

    [InlineArray(Planes)]
    private struct CounterBits
    {
        private ulong _lowest;
    }
}
