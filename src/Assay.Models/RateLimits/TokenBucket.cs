namespace Assay.Models.RateLimits;

/// <summary>
/// An allowance that refills evenly: what a limit "a minute" is made of. Takes time as a number, so that its arithmetic is tested without any. Not safe for
/// several threads.
/// </summary>
/// <remarks>
/// A tenth of a minute's allowance may be used at once. In no minute is more used than the limit, as long as single amounts fit that tenth; a larger amount
/// is let through when the
/// bucket is full and paid back before the next.
/// </remarks>
internal sealed class TokenBucket
{
    private const double SecondsPerMinute = 60;

    private readonly double _capacity;
    private readonly double _perSecond;
    private double _level;
    private double _at;

    /// <param name="perMinute">The limit; positive.</param>
    public TokenBucket(int perMinute)
    {
        _capacity = Math.Max(1, perMinute / 10);
        _perSecond = (perMinute - _capacity + 1) / SecondsPerMinute;
        _level = _capacity;
    }

    /// <summary>Seconds until an amount can be taken; 0 if now.</summary>
    /// <param name="amount">Not negative.</param>
    /// <param name="now">Seconds since any fixed moment; never less than before.</param>
    public double WaitFor(double amount, double now)
    {
        Refill(now);
        double missing = Math.Min(amount, _capacity) - _level;
        return missing <= 0 ? 0 : missing / _perSecond;
    }

    /// <summary>Takes an amount; a negative one gives back.</summary>
    public void Take(double amount, double now)
    {
        Refill(now);
        _level = Math.Min(_capacity, _level - amount);
    }

    private void Refill(double now)
    {
        _level = Math.Min(_capacity, _level + (now - _at) * _perSecond);
        _at = now;
    }
}
