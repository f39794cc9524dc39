using Assay.Core.Judging;
using Assay.Core.Outputs;

namespace Assay.Core.Tests.Judging;

public sealed class ItemIdTests
{
    [Fact]
    public void Parts_that_join_to_the_same_text_are_different_items()
    {
        Assert.NotEqual(ItemId.Of("ab", "c"), ItemId.Of("a", "bc"));
        Assert.NotEqual(ItemId.Of("a", null), ItemId.Of("a", ""));
        Assert.NotEqual(ItemId.Of("a"), ItemId.Of("a", ""));
    }

    [Fact]
    public void An_identity_is_the_same_in_every_process() =>
        Assert.Equal("a65d8323f134182d614f61721ac4ad7f", ItemId.Of("baseline", "candidate", "é").ToString());

    [Fact]
    public void An_identity_survives_being_written()
    {
        ItemId id = ItemId.Of("x");

        Assert.True(ItemId.TryParse(id.ToString(), out ItemId read));
        Assert.Equal(id, read);
        Assert.False(ItemId.TryParse("3e24", out _));
    }

    [Fact]
    public void An_output_that_was_changed_is_another_item()
    {
        OutputRow baseline = new() { Instruction = "i", Output = "a", Generator = "b" };
        OutputRow candidate = new() { Instruction = "i", Output = "x", Generator = "c" };

        Assert.NotEqual(new PairToJudge(baseline, candidate).Id, new PairToJudge(baseline, candidate with { Output = "y" }).Id);
    }

    [Fact]
    public void Outputs_to_different_instructions_are_no_pair()
    {
        OutputRow baseline = new() { Instruction = "i", Output = "a", Generator = "b" };

        Assert.Throws<ArgumentException>(() => new PairToJudge(baseline, baseline with { Instruction = "j" }));
    }
}
