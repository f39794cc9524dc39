namespace Assay.Models.RateLimits;

/// <summary>
/// How many calls may be in flight: doubles while nothing is refused, halves when something is, and then grows by one call a round (Chiu and Jain 1989,
/// additive increase and
/// multiplicative decrease; the doubling is TCP's slow start). Calls that were already under way when the number was halved do not halve it again. Not safe
/// for several threads.
/// </summary>
internal sealed class AdaptiveConcurrency
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly int _most;
    private double _limit;
    private bool _doubling = true;
    private int _refusedRounds;

    /// <param name="first">Calls in flight at first; at least 1.</param>
    /// <param name="most">Calls in flight at most; not less than <paramref name="first"/>.</param>
    public AdaptiveConcurrency(int first, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, first);
        _limit = first;
        _most = most;
    }

    /// <summary>Calls that may be in flight now; at least 1.</summary>
    public int Limit => (int)_limit;

    /// <summary>Calls in flight at most.</summary>
    public int Most => _most;

    /// <summary>Counts the halvings; a call remembers the round it began in.</summary>
    public int Round { get; private set; }

    /// <summary>A call was answered.</summary>
    /// <param name="round">The round it began in.</param>
    /// <param name="inFlight">Calls in flight, this one included. A number that is not used does not grow.</param>
    public void Answered(int round, int inFlight)
    {
        if (round == Round) _refusedRounds = 0;
        if (inFlight < Limit || round != Round) return;
        _limit = Math.Min(_most, _limit + (_doubling ? 1 : 1 / _limit));
    }

    /// <summary>A call was refused.</summary>
    /// <param name="round">The round it began in.</param>
    /// <returns>How long to start no call; null if the call began before the last halving, which has taken care of it.</returns>
    public TimeSpan? Refused(int round)
    {
        if (round != Round) return null;
        Round++;
        _doubling = false;
        _limit = Math.Max(1, Math.Floor(_limit / 2));
        TimeSpan pause = FirstPause * Math.Pow(2, Math.Min(_refusedRounds++, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
