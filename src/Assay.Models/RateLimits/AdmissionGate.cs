using Assay.Core.Models;

namespace Assay.Models.RateLimits;

/// <summary>
/// Lets calls of one model start, first come first served, when there is room among those in flight, within the limits a minute, and while the endpoint has
/// not asked for quiet.
/// Safe for several calls at once; waits by the clock it is given.
/// </summary>
internal sealed class AdmissionGate : IDisposable
{
    private readonly string _model;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly AdaptiveConcurrency _concurrency;
    private readonly TokenBucket? _requests;
    private readonly TokenBucket? _tokens;
    private readonly Action<ConcurrencyChange>? _onChanged;
    private readonly Lock _state = new();
    private readonly LinkedList<Waiter> _queue = new();
    private readonly ITimer _timer;
    private int _inFlight;
    private double _quietUntil;
    private int _told;

    /// <param name="model">The model's name, for reports.</param>
    /// <param name="limits">Requests and tokens a minute.</param>
    /// <param name="concurrency">Calls in flight.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onChanged">Told when the number of calls in flight changes; outside of any lock.</param>
    public AdmissionGate(string model, ModelLimits limits, AdaptiveConcurrency concurrency, TimeProvider time, Action<ConcurrencyChange>? onChanged)
    {
        _model = model;
        _time = time;
        _began = time.GetTimestamp();
        _concurrency = concurrency;
        _requests = limits.RequestsPerMinute is { } requests ? new TokenBucket(requests) : null;
        _tokens = limits.TokensPerMinute is { } tokens ? new TokenBucket(tokens) : null;
        _onChanged = onChanged;
        _told = concurrency.Limit;
        _timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether a call's tokens are counted.</summary>
    public bool CountsTokens => _tokens is not null;

    /// <summary>Waits for the call's turn.</summary>
    /// <param name="tokens">Tokens it is expected to use.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The round to leave with.</returns>
    public async ValueTask<int> EnterAsync(double tokens, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter = new(tokens);
        lock (_state)
        {
            _queue.AddLast(waiter.Place);
            Admit();
        }
        if (waiter.Turn.Task.IsCompletedSuccessfully) return waiter.Turn.Task.Result;
        using CancellationTokenRegistration registration = cancellationToken.Register(() => GiveUp(waiter, cancellationToken));
        return await waiter.Turn.Task.ConfigureAwait(false);
    }

    /// <summary>The call was answered.</summary>
    /// <param name="round">What <see cref="EnterAsync"/> returned.</param>
    /// <param name="more">Tokens it used beyond what was expected; negative: less.</param>
    public void LeaveAnswered(int round, double more) => Leave(more, () =>
    {
        _concurrency.Answered(round, _inFlight);
        // Growth is told when it has doubled or is complete; every single step would fill the log.
        bool isWorthTelling = _concurrency.Limit >= 2 * _told || (_concurrency.Limit == _concurrency.Most && _told != _concurrency.Most);
        return isWorthTelling ? (_told, TimeSpan.Zero) : null;
    });

    /// <summary>The call was refused because there are too many.</summary>
    /// <param name="round">What <see cref="EnterAsync"/> returned.</param>
    /// <param name="retryAfter">How long the endpoint asked to wait; null where it did not say.</param>
    public void LeaveRefused(int round, TimeSpan? retryAfter) => Leave(0, () =>
    {
        int before = _concurrency.Limit;
        TimeSpan? pause = _concurrency.Refused(round);
        if ((retryAfter ?? pause) is { } quiet) _quietUntil = Math.Max(_quietUntil, Now + quiet.TotalSeconds);
        return pause is { } own ? (before, retryAfter ?? own) : null;
    });

    /// <summary>The call failed in a way that says nothing about how many there may be, or was cancelled.</summary>
    public void LeaveFailed() => Leave(0, static () => null);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private double Now => _time.GetElapsedTime(_began).TotalSeconds;

    private void Leave(double more, Func<(int From, TimeSpan Pause)?> learn)
    {
        ConcurrencyChange? change = null;
        lock (_state)
        {
            if (more != 0) _tokens?.Take(more, Now);
            // The call still counts as in flight while it tells how it went.
            if (learn() is { } told)
            {
                change = new ConcurrencyChange(_time.GetUtcNow(), _model, told.From, _concurrency.Limit, told.Pause);
                _told = _concurrency.Limit;
            }
            _inFlight--;
            Admit();
        }
        if (change is not null) _onChanged?.Invoke(change);
    }

    private void Wake()
    {
        lock (_state) Admit();
    }

    private void Admit()
    {
        while (_queue.First is { } first && _inFlight < _concurrency.Limit)
        {
            double now = Now;
            double wait = Math.Max(_quietUntil - now, Math.Max(_requests?.WaitFor(1, now) ?? 0, _tokens?.WaitFor(first.Value.Tokens, now) ?? 0));
            if (wait > 0)
            {
                // A timer counts whole milliseconds; one too early would find nothing to do and wait again.
                _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait * 1000)), Timeout.InfiniteTimeSpan);
                return;
            }
            _requests?.Take(1, now);
            _tokens?.Take(first.Value.Tokens, now);
            _queue.RemoveFirst();
            _inFlight++;
            first.Value.Turn.SetResult(_concurrency.Round);
        }
    }

    private void GiveUp(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_state)
        {
            if (waiter.Place.List is null) return;
            _queue.Remove(waiter.Place);
            waiter.Turn.SetCanceled(cancellationToken);
            // Whoever stood behind may need fewer tokens.
            Admit();
        }
    }

    private sealed class Waiter
    {
        public Waiter(double tokens)
        {
            Tokens = tokens;
            Place = new LinkedListNode<Waiter>(this);
        }

        public double Tokens { get; }

        public LinkedListNode<Waiter> Place { get; }

        public TaskCompletionSource<int> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
