namespace Assay.Core.Judging;

/// <summary>The notes on an item in one byte, for rows that are held by the hundred thousand. The default has none.</summary>
public readonly record struct ItemNotes
{
    private readonly byte _bits;

    private ItemNotes(int bits) => _bits = (byte)bits;

    /// <summary>Whether there is no note.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>These notes and no others; a note given twice counts once.</summary>
    public static ItemNotes Of(params ReadOnlySpan<ItemNote> notes)
    {
        ItemNotes all = default;
        foreach (ItemNote note in notes) all = all.With(note);
        return all;
    }

    /// <summary>Whether a note is among them.</summary>
    public bool Contains(ItemNote note) => (_bits & Bit(note)) != 0;

    /// <summary>These and one more.</summary>
    public ItemNotes With(ItemNote note) => new(_bits | Bit(note));

    /// <summary>These without one.</summary>
    public ItemNotes Without(ItemNote note) => new(_bits & ~Bit(note));

    /// <summary>The notes of either.</summary>
    public ItemNotes Union(ItemNotes other) => new(_bits | other._bits);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Enum.GetValues<ItemNote>().Where(Contains));

    private static int Bit(ItemNote note) =>
        Enum.IsDefined(note) ? 1 << (int)note : throw new ArgumentOutOfRangeException(nameof(note), note, "There is no such note.");
}
