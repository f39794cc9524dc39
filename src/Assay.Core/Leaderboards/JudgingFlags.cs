using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Preferences;
using Assay.Core.Texts;

namespace Assay.Core.Leaderboards;

/// <summary>What the runs that judged a model noted on its items, and how alike its outputs are.</summary>
internal sealed record JudgingFlags
{
    private int _count, _known, _same, _withSketch;

    private JudgingFlags() { }

    /// <summary>Items with each note; a note no item has is not there.</summary>
    public required ImmutableSortedDictionary<ItemNote, int> Items { get; init; }

    /// <summary>Items whose output is (nearly) the commonest one; null where no output is known.</summary>
    public required int? NearlySame { get; init; }

    /// <summary>Counts.</summary>
    public static JudgingFlags Of(IReadOnlyCollection<ItemPreference> items)
    {
        int[] noted = new int[Enum.GetValues<ItemNote>().Length];
        Dictionary<ulong, int> hashes = [];
        ConstantOutputs outputs = new();
        foreach (ItemPreference item in items)
        {
            if (item.OutputHash != 0) hashes[item.OutputHash] = hashes.GetValueOrDefault(item.OutputHash) + 1;
            outputs.Add(item.OutputSketch);
            if (item.Notes.IsEmpty) continue;
            for (int note = 0; note < noted.Length; note++)
            {
                if (item.Notes.Contains((ItemNote)note)) noted[note]++;
            }
        }
        return new JudgingFlags
        {
            _count = items.Count,
            _known = hashes.Values.Sum(),
            _same = hashes.Count == 0 ? 0 : hashes.Values.Max(),
            _withSketch = outputs.Count,
            Items = Enumerable.Range(0, noted.Length).Where(note => noted[note] > 0).ToImmutableSortedDictionary(static note => (ItemNote)note, note => noted[note]),
            NearlySame = outputs.Count == 0 ? null : outputs.NearlySame,
        };
    }

    /// <summary>What a reader must know of it, in sentences; empty where there is nothing.</summary>
    public IEnumerable<string> Sentences()
    {
        const string JudgeIsMeasured = "so this measures the judge rather than the model.";
        if (ConstantOutputs.IsConstantFor(_same, _known))
            yield return Text($"Suspicious: the output is the same text for {_same} of {_known} instructions, {JudgeIsMeasured}");
        else if (NearlySame is { } near && ConstantOutputs.IsConstantFor(near, _withSketch))
            yield return Text($"Suspicious: the output is nearly the same text for {near} of {_withSketch} instructions, {JudgeIsMeasured}");
        else if (Number(ItemNote.ConstantOutput) is > 0)
            yield return $"Suspicious: the run that judged it found (nearly) the same output for every instruction, {JudgeIsMeasured}";
        if (Number(ItemNote.ImitatesJudge) is > 0 and int imitating)
            yield return Text(
                $"Suspicious: {imitating} of {_count} items {(imitating == 1 ? "has" : "have")} an output (its own or its opponent's) that imitates the judge.");
        if (Number(ItemNote.Unfenced) is > 0 and int unfenced)
        {
            yield return unfenced == _count
                ? "The judge was shown the outputs unfenced, so an output may have spoken as the judge."
                : Text($"For {unfenced} of {_count} items the judge was shown the outputs unfenced, so an output may have spoken as the judge.");
        }
        if (Number(ItemNote.ReplacedSurrogates) is > 0 and int replaced)
            yield return Text($"{ScoreNotes.Plural(replaced, "item has", "items have")} text that is no valid Unicode; it was replaced by U+FFFD.");
        if (Number(ItemNote.LabelFlipped) is > 0 and int flipped)
            yield return Text($"For {flipped} of {_count} items a label was flipped on purpose (simulated annotators).");
    }

    private int Number(ItemNote note) => Items.GetValueOrDefault(note);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
