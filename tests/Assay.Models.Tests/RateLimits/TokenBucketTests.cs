using Assay.Models.RateLimits;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Models.Tests.RateLimits;

public sealed class TokenBucketTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(150)]
    public void In_no_minute_more_is_taken_than_the_limit(int perMinute)
    {
        // Somebody who takes as soon as he can, after pauses of any length.
        Prop.ForAll(Gen.Choose(0, 90).ListOf(20).ToArbitrary(), pauses =>
        {
            TokenBucket bucket = new(perMinute);
            List<double> taken = [];
            double now = 0;
            foreach (int pause in pauses)
            {
                now += pause;
                for (int i = 0; i < Math.Max(1, perMinute / 3); i++)
                {
                    now += bucket.WaitFor(1, now);
                    bucket.Take(1, now);
                    taken.Add(now);
                }
            }
            // Half open, and shorter by what rounding can do.
            return taken.All(start => taken.Count(at => at >= start && at < start + 60 - 1e-6) <= perMinute);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(1, 1));
    }

    [Fact]
    public void A_tenth_of_a_minute_is_there_at_once()
    {
        TokenBucket bucket = new(600);

        bucket.Take(60, 0);

        Assert.True(bucket.WaitFor(1, 0) > 0);
        Assert.Equal(0, bucket.WaitFor(1, 1));
    }

    [Fact]
    public void An_amount_above_all_limits_goes_through_when_the_bucket_is_full_and_is_paid_back()
    {
        TokenBucket bucket = new(600);

        Assert.Equal(0, bucket.WaitFor(1000, 0));
        bucket.Take(1000, 0);

        Assert.InRange(bucket.WaitFor(1, 0), 100, 110);
    }

    [Fact]
    public void What_was_not_used_is_given_back()
    {
        TokenBucket bucket = new(600);
        bucket.Take(60, 0);

        bucket.Take(-50, 0);

        Assert.Equal(0, bucket.WaitFor(50, 0));
    }
}
