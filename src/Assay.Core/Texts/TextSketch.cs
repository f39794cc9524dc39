using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Assay.Core.Texts;

/// <summary>
/// 64 bits that tell whether two texts are nearly the same: four minima, 16 bits each, of hashes over all runs of eight bytes of its UTF-8 (Broder 1997, "On
/// the resemblance and containment of documents"). Two texts agree in each minimum with about the probability J, the share of the runs of both that they have
/// in common: about 0.02 for unrelated prose, 0.8 where a tenth of each text is its own, 1 for equal texts.
/// </summary>
/// <remarks>
/// The default is the sketch of no text and near none. Equal texts have equal sketches on every machine. It is a sign for readers, no defence against
/// somebody who builds collisions.
/// </remarks>
/// <param name="Value">The minima, the first in the lowest bits; 0 stands for no sketch.</param>
public readonly record struct TextSketch(ulong Value)
{
    /// <summary>Minima in a sketch.</summary>
    public const int Minima = 4;

    /// <summary>Minima in which near texts agree, at least.</summary>
    public const int NearMinima = 2;

    private const int RunBytes = 8;

    // A block covers eight runs at each of four byte offsets, and reads to the end of the last run.
    private const int BlockRuns = 32;
    private const int BlockBytes = BlockRuns + RunBytes - 1;

    // Odd numbers for the two halves of a run, and one number per minimum under which the smallest hash is another run's.
    private const uint LowFactor = 0x9E3779B1, HighFactor = 0x85EBCA77;
    private const uint First = 0x3C6EF372, Second = 0xA54FF53A, Third = 0x510E527F, Fourth = 0xDB3D18E5;

    /// <summary>The sketch of a text in UTF-8. A text shorter than eight bytes is one run, filled up with zeros.</summary>
    public static TextSketch Of(ReadOnlySpan<byte> utf8)
    {
        uint first = uint.MaxValue, second = uint.MaxValue, third = uint.MaxValue, fourth = uint.MaxValue;
        if (utf8.Length >= BlockBytes)
        {
            Blocks(utf8, out first, out second, out third, out fourth);
        }
        else
        {
            Span<byte> filled = stackalloc byte[BlockBytes];
            filled.Clear();
            utf8.CopyTo(filled);
            for (int start = 0; start <= Math.Max(0, utf8.Length - RunBytes); start++)
            {
                uint hash = (BinaryPrimitives.ReadUInt32LittleEndian(filled[start..]) * LowFactor)
                    + (BinaryPrimitives.ReadUInt32LittleEndian(filled[(start + 4)..]) * HighFactor);
                (first, second) = (Math.Min(first, hash ^ First), Math.Min(second, hash ^ Second));
                (third, fourth) = (Math.Min(third, hash ^ Third), Math.Min(fourth, hash ^ Fourth));
            }
        }
        ulong value = Short(first) | (Short(second) << 16) | (Short(third) << 32) | (Short(fourth) << 48);
        return new TextSketch(value == 0 ? 1 : value);
    }

    /// <summary>The sketch of a text; lone surrogates count as U+FFFD.</summary>
    public static TextSketch Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>One of the minima, by its place from 0 to 3.</summary>
    public ushort this[int place] => (ushort)(Value >> (16 * place));

    /// <summary>Whether two texts are nearly the same: at least half of the minima agree. Never where one has no sketch.</summary>
    public bool IsNear(TextSketch other)
    {
        if (Value == 0 || other.Value == 0) return false;
        int agreeing = 0;
        for (int place = 0; place < Minima; place++)
        {
            if (this[place] == other[place]) agreeing++;
        }
        return agreeing >= NearMinima;
    }

    // The last block overlaps the one before: a run that is looked at twice changes no minimum.
    private static void Blocks(ReadOnlySpan<byte> utf8, out uint first, out uint second, out uint third, out uint fourth)
    {
        Vector256<uint> firsts = Vector256<uint>.AllBitsSet, seconds = firsts, thirds = firsts, fourths = firsts;
        Vector256<uint> low = Vector256.Create(LowFactor), high = Vector256.Create(HighFactor);
        int last = utf8.Length - BlockBytes;
        for (int block = 0; ; block = Math.Min(block + BlockRuns, last))
        {
            ref byte start = ref MemoryMarshal.GetReference(utf8.Slice(block, BlockBytes));
            for (nuint offset = 0; offset < 4; offset++)
            {
                Vector256<uint> hash =
                    (Vector256.LoadUnsafe(ref start, offset).AsUInt32() * low) + (Vector256.LoadUnsafe(ref start, offset + 4).AsUInt32() * high);
                firsts = Vector256.Min(firsts, hash ^ Vector256.Create(First));
                seconds = Vector256.Min(seconds, hash ^ Vector256.Create(Second));
                thirds = Vector256.Min(thirds, hash ^ Vector256.Create(Third));
                fourths = Vector256.Min(fourths, hash ^ Vector256.Create(Fourth));
            }
            if (block == last) break;
        }
        (first, second, third, fourth) = (Least(firsts), Least(seconds), Least(thirds), Least(fourths));
    }

    private static uint Least(Vector256<uint> values)
    {
        uint least = values[0];
        for (int i = 1; i < Vector256<uint>.Count; i++) least = Math.Min(least, values[i]);
        return least;
    }

    // A minimum is small, so its high bits say nothing before they are mixed.
    private static ulong Short(uint minimum)
    {
        minimum = (minimum ^ (minimum >> 16)) * 0x7FEB352D;
        minimum = (minimum ^ (minimum >> 15)) * 0x846CA68B;
        return minimum >> 16;
    }
}
