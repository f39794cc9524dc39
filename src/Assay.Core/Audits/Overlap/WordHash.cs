using System.Runtime.CompilerServices;

namespace Assay.Core.Audits.Overlap;

/// <summary>
/// 64-bit hashes of normalised words and of runs of them. A word is hashed byte by byte (FNV-1a, then mixed); a run of words w_1 ... w_k is the polynomial sum of
/// w_i B^(k - i) modulo 2^64, so that one run follows from the one before it (Karp and Rabin 1987). Equal words have equal hashes on every machine.
/// </summary>
internal static class WordHash
{
    /// <summary>Hash of no byte.</summary>
    public const ulong Start = 0xcbf29ce484222325;

    /// <summary>The base B of runs: an odd number.</summary>
    public const ulong Base = 0x9E3779B97F4A7C15;

    private const ulong Prime = 0x100000001b3;

    /// <summary>The hash with one more byte of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, byte next) => (hash ^ next) * Prime;

    /// <summary>Bits that all depend on all bits of a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
        hash = (hash ^ (hash >> 29)) * 0x94d049bb133111eb;
        return hash ^ (hash >> 32);
    }

    /// <summary>B to the power of a number of words.</summary>
    public static ulong Power(int words)
    {
        ulong power = 1;
        for (int i = 0; i < words; i++) power = power * Base;
        return power;
    }
}
