using System.Text;
using Assay.Core.Instructions;
using Assay.Core.People;
using Assay.Core.Texts;
using Assay.Storage.Annotations;

namespace Assay.Storage.People;

/// <summary>Makes a pair of the texts of a row: measured, hashed and looked through for lists, and turned so that both orders give the same pair.</summary>
internal sealed class PairCells(VerdictVocabulary vocabulary)
{
    private char[] _utf16 = new char[1 << 12];

    /// <summary>The number of a text; -1 for an empty one.</summary>
    public int NumberOrNone(InternTable table, ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? -1 : Number(table, utf8);

    /// <summary>The number of a text.</summary>
    public int Number(InternTable table, ReadOnlySpan<byte> utf8)
    {
        if (_utf16.Length < utf8.Length) _utf16 = new char[utf8.Length];
        return table.GetOrAdd(_utf16.AsSpan(0, Encoding.UTF8.GetChars(utf8, _utf16)));
    }

    /// <summary>The number of a pair, and whether it holds the two outputs the other way round than given.</summary>
    /// <param name="pair">The pair but for its outputs.</param>
    /// <param name="output1">output_1.</param>
    /// <param name="output2">output_2.</param>
    public (int Pair, bool IsSwapped) Add(JudgedPair pair, ReadOnlySpan<byte> output1, ReadOnlySpan<byte> output2) => Add(pair with
    {
        Output1Hash = TextHash.Compute(output1),
        Output2Hash = TextHash.Compute(output2),
        Length1 = JsonText.CountCodePoints(output1),
        Length2 = JsonText.CountCodePoints(output2),
        HasList1 = ListItems.Count(output1) > 0,
        HasList2 = ListItems.Count(output2) > 0,
    });

    /// <summary>The number of a pair whose outputs the file does not hold, and whether it is held the other way round than given.</summary>
    public (int Pair, bool IsSwapped) Add(JudgedPair pair)
    {
        bool isSwapped = IsSwapped(pair);
        return (vocabulary.Pairs.GetOrAdd(isSwapped ? pair.Swapped() : pair), isSwapped);
    }

    // Any rule will do that depends on nothing but the two sides, and not on the numbers that their texts happened to get.
    private bool IsSwapped(in JudgedPair pair)
    {
        if (pair.Output1Hash != pair.Output2Hash) return pair.Output1Hash > pair.Output2Hash;
        if (!pair.HasGenerators) return false;
        return string.CompareOrdinal(vocabulary.Generators[pair.Generator1], vocabulary.Generators[pair.Generator2]) > 0;
    }
}
