using System.Numerics;
using System.Runtime.CompilerServices;

namespace Assay.Core.Audits.Overlap;

/// <summary>A set of 64-bit hashes that may answer yes for one that is not in it (about 1 in 60), and never no for one that is: two bits in one word for each (Bloom 1970).</summary>
internal sealed class HashFilter
{
    private const int BitsPerHash = 16;

    private readonly ulong[] _blocks;
    private readonly int _shift;

    /// <param name="count">About how many hashes will be added.</param>
    public HashFilter(int count)
    {
        int blocks = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, (long)count * BitsPerHash / 64));
        _blocks = new ulong[blocks];
        _shift = 64 - BitOperations.Log2((uint)blocks);
    }

    /// <summary>Adds a hash whose bits are mixed.</summary>
    public void Add(ulong mixed) => _blocks[mixed >> _shift] |= Bits(mixed);

    /// <summary>False where the hash was not added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong mixed)
    {
        ulong bits = Bits(mixed);
        return (_blocks[mixed >> _shift] & bits) == bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ulong mixed) => (1UL << (int)(mixed & 63)) | (1UL << (int)((mixed >> 6) & 63));
}
