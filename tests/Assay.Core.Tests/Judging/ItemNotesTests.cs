using Assay.Core.Judging;

namespace Assay.Core.Tests.Judging;

public sealed class ItemNotesTests
{
    [Fact]
    public void Every_note_has_a_place_of_its_own() => Assert.All(Enum.GetValues<ItemNote>(), note =>
        Assert.Equal([note], Enum.GetValues<ItemNote>().Where(ItemNotes.Of(note).Contains)));

    [Fact]
    public void The_union_has_the_notes_of_both() => Assert.Equal(
        ItemNotes.Of(ItemNote.Unfenced, ItemNote.ImitatesJudge), ItemNotes.Of(ItemNote.Unfenced).Union(ItemNotes.Of(ItemNote.ImitatesJudge)));

    [Fact]
    public void A_note_that_is_taken_out_is_gone() => Assert.True(ItemNotes.Of(ItemNote.Unfenced).Without(ItemNote.Unfenced).IsEmpty);

    [Fact]
    public void A_note_there_is_not_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ItemNotes.Of((ItemNote)8));
}
