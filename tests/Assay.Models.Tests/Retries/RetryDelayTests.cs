using Assay.Models.Retries;

namespace Assay.Models.Tests.Retries;

public sealed class RetryDelayTests
{
    private static readonly RetryPolicy Policy = new() { FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 0.5, 0.75)]
    [InlineData(3, 0, 2)]
    [InlineData(3, 1, 4)]
    [InlineData(7, 0, 30)]
    [InlineData(1000000, 1, 60)]
    public void A_wait_is_half_of_the_doubled_wait_and_a_random_part_of_the_rest(int attempt, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(Policy, attempt, null, random));

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 22)]
    public void An_endpoint_that_asks_to_wait_is_never_asked_earlier(double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(Policy, 3, TimeSpan.FromSeconds(20), random));
}
