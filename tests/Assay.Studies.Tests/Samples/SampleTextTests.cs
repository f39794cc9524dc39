using Assay.Statistics.Resampling;
using Assay.Studies.Samples;

namespace Assay.Studies.Tests.Samples;

public sealed class SampleTextTests
{
    [Fact]
    public void An_output_has_exactly_the_code_points_asked_for()
    {
        RandomStream random = new(1, 0);
        for (int repeat = 0; repeat < 20; repeat++)
        {
            Assert.All(Enumerable.Range(1, 300), length => Assert.Equal(length, SampleTexts.CodePoints(SampleTexts.Output(length, random))));
        }
    }

    [Fact]
    public void Some_outputs_have_more_utf16_units_than_code_points()
    {
        RandomStream random = new(1, 0);
        Assert.Contains(Enumerable.Range(50, 100), length => SampleTexts.Output(length, random).Length > length);
    }

    [Fact]
    public void Instructions_are_distinct()
    {
        string[] instructions = [.. SampleTexts.Instructions().Select(row => row.Instruction)];
        Assert.Equal(400, instructions.Length);
        Assert.Equal(instructions.Length, instructions.Distinct(StringComparer.Ordinal).Count());
    }
}
