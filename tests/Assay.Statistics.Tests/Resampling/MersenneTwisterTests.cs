using Assay.Statistics.Resampling;

namespace Assay.Statistics.Tests.Resampling;

public sealed class MersenneTwisterTests
{
    [Fact]
    public void Key_42_starts_as_the_published_code_does()
    {
        MersenneTwister twister = new(42);
        double[] first = [twister.NextDouble(), twister.NextDouble(), twister.NextDouble()];
        Assert.Equal([0.37454011430963874, 0.7965429842006415, 0.9507143115624785], first);
    }

    [Fact]
    public void The_ten_thousandth_number_of_the_usual_seed_is_that_of_the_standard() // ISO C++, [rand.predef]: mt19937
    {
        MersenneTwister twister = new(5489);
        for (int i = 1; i < 10_000; i++) twister.NextUInt32();
        Assert.Equal(4123659995u, twister.NextUInt32());
    }
}
