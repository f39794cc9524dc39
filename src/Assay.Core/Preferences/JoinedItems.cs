using Assay.Core.Judging;

namespace Assay.Core.Preferences;

/// <summary>Turns the rows of one judge, baseline and model into one item per instruction.</summary>
internal static class JoinedItems
{
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="instructionOrder">For each instruction's number its place in ordinal order.</param>
    /// <param name="datasetOrder">For each data set's number its place in ordinal order.</param>
    /// <returns>The items in order of instruction, the rows that only repeated another, and the instructions with different verdicts.</returns>
    public static (IReadOnlyList<ItemPreference> Items, int RepeatedRows, int ConflictingInstructions) From(
        List<AnnotationRow> rows, int[] instructionOrder, int[] datasetOrder)
    {
        ItemPreference[] items = new ItemPreference[rows.Count];
        for (int i = 0; i < items.Length; i++)
        {
            AnnotationRow row = rows[i];
            items[i] = new ItemPreference(
                instructionOrder[row.Instruction], row.Dataset < 0 ? -1 : datasetOrder[row.Dataset], row.Preference, row.Length1, row.Length2, row.Output2Hash,
                row.Output2Sketch, row.Notes);
        }

        // The order within an instruction must not depend on the files' order either: sums are rounded in this order.
        Array.Sort(items, Compare);
        int written = 0, repeated = 0, conflicting = 0;
        for (int start = 0, end; start < items.Length; start = end)
        {
            end = start + 1;
            while (end < items.Length && items[end].Instruction == items[start].Instruction) end++;
            if (end - start == 1)
            {
                items[written++] = items[start];
                continue;
            }

            ItemNotes notes = NotesOf(items.AsSpan(start, end - start));
            int distinct = RemoveRepeats(items.AsSpan(start, end - start), out bool differing);
            repeated += end - start - distinct;
            if (differing) conflicting++;
            items[written++] = Mean(items.AsSpan(start, distinct)) with { Notes = notes };
        }

        return (items.AsSpan(0, written).ToArray(), repeated, conflicting);
    }

    /// <summary>Moves the distinct items of one instruction to the front; without verdicts only where there is no other.</summary>
    private static int RemoveRepeats(Span<ItemPreference> items, out bool differing)
    {
        int distinct = 0;
        differing = false;
        bool anyJudged = items[^1].IsJudged;
        for (int i = 0; i < items.Length; i++)
        {
            if (anyJudged && !items[i].IsJudged) continue;
            if (distinct > 0 && Compare(items[distinct - 1], items[i]) == 0) continue;
            if (distinct > 0 && items[i].IsJudged && items[i].Preference != items[0].Preference) differing = true;
            items[distinct++] = items[i];
        }
        return distinct;
    }

    private static ItemNotes NotesOf(ReadOnlySpan<ItemPreference> items)
    {
        ItemNotes notes = default;
        foreach (ItemPreference item in items) notes = notes.Union(item.Notes);
        return notes;
    }

    private static ItemPreference Mean(ReadOnlySpan<ItemPreference> items)
    {
        if (items.Length == 1) return items[0];
        double preference = 0, baselineLength = 0, modelLength = 0;
        foreach (ItemPreference item in items)
        {
            preference += item.Preference;
            baselineLength += item.BaselineLength;
            modelLength += item.ModelLength;
        }
        return items[0] with
        {
            Preference = preference / items.Length,
            BaselineLength = baselineLength / items.Length,
            ModelLength = modelLength / items.Length,
        };
    }

    /// <summary>By instruction, then unjudged first, then by every other field but the notes, which are united, and the sketch, which is the text's.</summary>
    private static int Compare(ItemPreference x, ItemPreference y)
    {
        int order = x.Instruction.CompareTo(y.Instruction);
        if (order == 0) order = x.Preference.CompareTo(y.Preference);
        if (order == 0) order = x.Dataset.CompareTo(y.Dataset);
        if (order == 0) order = x.BaselineLength.CompareTo(y.BaselineLength);
        if (order == 0) order = x.ModelLength.CompareTo(y.ModelLength);
        return order == 0 ? x.OutputHash.CompareTo(y.OutputHash) : order;
    }
}
