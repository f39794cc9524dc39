namespace Assay.Core.Preferences;

/// <summary>
/// Gathers annotation rows from any number of files, in any order and from several threads, into a <see cref="PreferenceSet"/> that does not
/// depend on that order.
/// </summary>
/// <remarks>
/// An instruction that occurs several times for one judge, baseline and model is one item: the unit of every estimate is the instruction.
/// Equal rows count once; different verdicts are averaged, and so are the lengths; a verdict beats the absence of one.
/// </remarks>
/// <param name="vocabulary">The texts that the rows refer to.</param>
public sealed class PreferenceSetBuilder(AnnotationVocabulary vocabulary)
{
    private readonly Dictionary<(int Annotator, int Model, int Baseline), List<AnnotationRow>> _rows = [];
    private readonly Lock _adding = new();

    /// <summary>Adds the rows of one file.</summary>
    public void Add(IReadOnlyList<AnnotationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Dictionary<(int, int, int), List<AnnotationRow>> ofFile = [];
        (int, int, int) lastKey = (-2, -2, -2);
        List<AnnotationRow> group = [];
        foreach (AnnotationRow row in rows)
        {
            (int, int, int) key = (row.Annotator, row.Generator2, row.Generator1);
            if (key != lastKey)
            {
                if (!ofFile.TryGetValue(key, out group!)) ofFile.Add(key, group = []);
                lastKey = key;
            }
            group.Add(row);
        }

        lock (_adding)
        {
            foreach ((var key, List<AnnotationRow> added) in ofFile)
            {
                if (_rows.TryGetValue(key, out List<AnnotationRow>? present)) present.AddRange(added);
                else _rows.Add(key, added);
            }
        }
    }

    /// <summary>Joins what was added.</summary>
    public PreferenceSet Build()
    {
        (string[] instructions, int[] instructionOrder) = Sorted(vocabulary.Instructions.ToList());
        (string[] datasets, int[] datasetOrder) = Sorted(vocabulary.Datasets.ToList());
        IReadOnlyList<string> generators = vocabulary.Generators.ToList();
        IReadOnlyList<string> annotators = vocabulary.Annotators.ToList();

        PairwiseJudgements[] comparisons = new PairwiseJudgements[_rows.Count];
        var groups = _rows.ToArray();
        Parallel.For(0, groups.Length, i =>
        {
            (var key, List<AnnotationRow> rows) = groups[i];
            (IReadOnlyList<ItemPreference> items, int repeated, int conflicting) = JoinedItems.From(rows, instructionOrder, datasetOrder);
            comparisons[i] = new PairwiseJudgements
            {
                Model = generators[key.Model],
                Baseline = generators[key.Baseline],
                Annotator = key.Annotator < 0 ? null : annotators[key.Annotator],
                Items = items,
                RepeatedRows = repeated,
                ConflictingInstructions = conflicting,
            };
        });

        Array.Sort(comparisons, static (x, y) =>
            string.CompareOrdinal(x.Annotator, y.Annotator) is var byAnnotator and not 0 ? byAnnotator
            : string.CompareOrdinal(x.Model, y.Model) is var byModel and not 0 ? byModel
            : string.CompareOrdinal(x.Baseline, y.Baseline));
        return new PreferenceSet { Instructions = instructions, Datasets = datasets, Comparisons = comparisons };
    }

    /// <summary>The texts in ordinal order, and for each old number its new one.</summary>
    private static (string[] Texts, int[] NewNumbers) Sorted(IReadOnlyList<string> texts)
    {
        string[] sorted = [.. texts];
        int[] oldNumbers = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, oldNumbers, StringComparer.Ordinal);
        int[] newNumbers = new int[sorted.Length];
        for (int i = 0; i < oldNumbers.Length; i++) newNumbers[oldNumbers[i]] = i;
        return (sorted, newNumbers);
    }
}
