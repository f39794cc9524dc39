using Assay.Models.RateLimits;

namespace Assay.Models.Tests.RateLimits;

public sealed class AdaptiveConcurrencyTests
{
    [Fact]
    public void It_doubles_with_every_round_that_is_answered()
    {
        AdaptiveConcurrency concurrency = new(8, 64);

        Round(concurrency);
        Assert.Equal(16, concurrency.Limit);
        Round(concurrency);
        Assert.Equal(32, concurrency.Limit);
    }

    [Fact]
    public void It_never_passes_its_most()
    {
        AdaptiveConcurrency concurrency = new(8, 20);

        for (int i = 0; i < 10; i++) Round(concurrency);

        Assert.Equal(20, concurrency.Limit);
    }

    [Fact]
    public void A_round_that_is_refused_halves_it_once()
    {
        AdaptiveConcurrency concurrency = new(50, 50);

        int halvings = Enumerable.Range(0, 50).Count(_ => concurrency.Refused(0) is not null);

        Assert.Equal((1, 25), (halvings, concurrency.Limit));
    }

    [Fact]
    public void After_a_refusal_it_grows_by_one_call_a_round()
    {
        AdaptiveConcurrency concurrency = new(50, 50);
        concurrency.Refused(0);

        Round(concurrency);
        Round(concurrency);

        Assert.InRange(concurrency.Limit, 26, 27);
    }

    [Fact]
    public void It_never_falls_below_one_call()
    {
        AdaptiveConcurrency concurrency = new(4, 4);

        for (int i = 0; i < 10; i++) concurrency.Refused(concurrency.Round);

        Assert.Equal(1, concurrency.Limit);
    }

    [Fact]
    public void Pauses_double_while_nothing_is_answered_up_to_half_a_minute()
    {
        AdaptiveConcurrency concurrency = new(4, 4);

        double[] seconds = [.. Enumerable.Range(0, 7).Select(_ => concurrency.Refused(concurrency.Round)!.Value.TotalSeconds)];

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], seconds);
    }

    [Fact]
    public void An_answer_of_a_call_that_began_before_the_halving_does_not_end_the_pauses()
    {
        AdaptiveConcurrency concurrency = new(4, 4);
        concurrency.Refused(0);

        concurrency.Answered(0, 4);

        Assert.Equal(TimeSpan.FromSeconds(2), concurrency.Refused(1));
    }

    [Fact]
    public void A_number_that_is_not_used_does_not_grow()
    {
        AdaptiveConcurrency concurrency = new(8, 64);

        for (int i = 0; i < 100; i++) concurrency.Answered(0, inFlight: 3);

        Assert.Equal(8, concurrency.Limit);
    }

    private static void Round(AdaptiveConcurrency concurrency)
    {
        for (int calls = concurrency.Limit; calls > 0; calls--) concurrency.Answered(concurrency.Round, concurrency.Limit);
    }
}
