using Assay.Evaluation.Judging;
using Assay.Statistics.Resampling;

namespace Assay.Evaluation.Tests.Judging;

public sealed class BitVotesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1000)]
    public void The_majority_is_that_of_counters_side_by_side(int count)
    {
        RandomStream random = new(7, (ulong)count);
        BitVotes votes = new();
        int[] ones = new int[64];
        for (int i = 0; i < count; i++)
        {
            ulong bits = random.NextUInt64();
            votes.Add(bits);
            for (int bit = 0; bit < 64; bit++) ones[bit] += (int)((bits >> bit) & 1);
        }
        ulong expected = 0;
        for (int bit = 0; bit < 64; bit++) expected |= ones[bit] * 2 > count ? 1UL << bit : 0;
        Assert.Equal(expected, votes.Majority);
    }
}
