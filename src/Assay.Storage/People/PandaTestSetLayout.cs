using Assay.Core.People;

namespace Assay.Storage.People;

/// <summary>
/// PandaLM's test set (Wang et al. 2023): <c>idx</c>, <c>instruction</c>, <c>input</c>, <c>response1</c>, <c>response2</c>, the two models in <c>cmp_key</c>
/// and a verdict of each person in <c>annotator1</c>, <c>annotator2</c> ...: 1, 2, or 0 for a tie.
/// </summary>
internal sealed class PandaTestSetLayout : VerdictLayout
{
    private const int Index = 0, Instruction = 1, Input = 2, Response1 = 3, Response2 = 4, CompareKey = 5, Application = 6, FirstAnnotator = 7;
    private const string AnnotatorPrefix = "annotator";

    private readonly VerdictVocabulary _vocabulary;
    private readonly PandaIndex _index;
    private readonly PairCells _pairs;
    private readonly int[] _annotators;

    /// <param name="fields">The fields of the file's first row.</param>
    /// <param name="vocabulary">Where texts get their numbers.</param>
    /// <param name="index">Where judges' files find the pairs.</param>
    public PandaTestSetLayout(IEnumerable<string> fields, VerdictVocabulary vocabulary, PandaIndex index)
    {
        string[] annotators = [.. fields.Where(IsAnnotator)];
        _vocabulary = vocabulary;
        _index = index;
        _pairs = new PairCells(vocabulary);
        _annotators = [.. annotators.Select(name => vocabulary.Annotators.GetOrAdd(name))];
        Fields = ["idx", "instruction", "input", "response1", "response2", "cmp_key", "motivation_app", .. annotators];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields { get; }

    /// <summary>Whether a file with these fields is of this kind.</summary>
    public static bool Fits(IReadOnlyList<string> fields) =>
        fields.Contains("idx", StringComparer.Ordinal) && fields.Contains("response1", StringComparer.Ordinal) && fields.Any(IsAnnotator);

    /// <inheritdoc/>
    public override void Take(CellRow row, List<AnnotatorVerdict> verdicts)
    {
        int index = row.Whole(Index);
        (int pair, bool isSwapped) = Pair(row);
        if (!_index.TryAdd(index, pair, isSwapped)) throw row.Error(Index, $"is {index}, which names another pair in an earlier row or file; correct it.");
        for (int i = 0; i < _annotators.Length; i++)
        {
            if (row.Kind(FirstAnnotator + i) == CellKind.Missing) continue;
            AnnotatorVerdict verdict = new() { Pair = pair, Annotator = _annotators[i], Preference = PreferenceCell.Read(row, FirstAnnotator + i, values: null) };
            verdicts.Add(isSwapped ? verdict.Swapped() : verdict);
        }
    }

    private (int Pair, bool IsSwapped) Pair(CellRow row)
    {
        foreach (int field in (ReadOnlySpan<int>)[Instruction, Response1, Response2])
        {
            // An answer may be the bare word true or a number: it was written as such, and is a text all the same.
            if (!row.Has(field)) throw row.Error(field, $"is {row.Describe(field)}; it must be a text.");
        }
        (int generator1, int generator2) = Generators(row);
        JudgedPair pair = new()
        {
            Instruction = InstructionOf(row),
            Dataset = _pairs.NumberOrNone(_vocabulary.Datasets, row.Utf8(Application)),
            Generator1 = generator1,
            Generator2 = generator2,
        };
        return _pairs.Add(pair, row.Utf8(Response1), row.Utf8(Response2));
    }

    // The input is what the instruction is about: both together are what the models were asked.
    private int InstructionOf(CellRow row)
    {
        ReadOnlySpan<byte> input = row.Utf8(Input);
        if (input.IsEmpty) return _pairs.Number(_vocabulary.Instructions, row.Utf8(Instruction));
        byte[] both = [.. row.Utf8(Instruction), .. "\n\n"u8, .. input];
        return _pairs.Number(_vocabulary.Instructions, both);
    }

    // "bloom-7b_llama-7b"; without it the models are unknown.
    private (int First, int Second) Generators(CellRow row)
    {
        if (!row.Has(CompareKey)) return (-1, -1);
        ReadOnlySpan<byte> key = row.Utf8(CompareKey);
        int middle = key.IndexOf((byte)'_');
        if (middle <= 0 || middle != key.LastIndexOf((byte)'_') || middle == key.Length - 1)
        {
            throw row.Error(CompareKey, $"is {row.Describe(CompareKey)}; it must be the two models' names with one _ between them.");
        }
        return (_pairs.Number(_vocabulary.Generators, key[..middle]), _pairs.Number(_vocabulary.Generators, key[(middle + 1)..]));
    }

    private static bool IsAnnotator(string field) =>
        field.StartsWith(AnnotatorPrefix, StringComparison.Ordinal) && field.Length > AnnotatorPrefix.Length
        && field.AsSpan(AnnotatorPrefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
