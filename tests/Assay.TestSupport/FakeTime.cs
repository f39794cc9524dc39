namespace Assay.TestSupport;

/// <summary>A clock that stands still until a test moves it, with timers that fire as it passes them. Safe for several threads.</summary>
public sealed class FakeTime : TimeProvider
{
    private readonly Lock _state = new();
    private readonly PriorityQueue<(FakeTimer Timer, int Setting), (long Due, long Number)> _due = new();
    private readonly long _start;
    private long _now;
    private long _settings;

    /// <param name="start">What the clock shows at first; null: the first moment of 2026.</param>
    public FakeTime(DateTimeOffset? start = null)
    {
        _start = (start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).UtcTicks;
        _now = _start;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far the clock was moved.</summary>
    public TimeSpan Elapsed => new(Interlocked.Read(ref _now) - _start);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _now);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        FakeTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, firing what falls due on the way, in order and each at its own moment.</summary>
    public void Advance(TimeSpan by)
    {
        long end = Interlocked.Read(ref _now) + by.Ticks;
        while (FireNext(end)) { }
        Interlocked.Exchange(ref _now, Math.Max(end, Interlocked.Read(ref _now)));
    }

    /// <summary>
    /// Moves the clock from timer to timer until the work is done, each time after the work has come to rest. For work that waits for this clock and for
    /// nothing else.
    /// </summary>
    public async Task RunAsync(Task work)
    {
        int idle = 0;
        while (!work.IsCompleted)
        {
            long before = Interlocked.Read(ref _settings);
            await Task.WhenAny(work, Task.Delay(2));
            if (work.IsCompleted) break;
            // Work that sets timers is not at rest.
            if (before != Interlocked.Read(ref _settings)) continue;
            idle = FireNext(long.MaxValue) ? 0 : idle + 1;
            if (idle > 5000) throw new InvalidOperationException("The work waits for something else than this clock.");
        }
        await work;
    }

    /// <inheritdoc cref="RunAsync(Task)"/>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        await RunAsync((Task)work);
        return await work;
    }

    private bool FireNext(long end)
    {
        FakeTimer timer;
        lock (_state)
        {
            while (_due.TryPeek(out (FakeTimer Timer, int Setting) stale, out _) && stale.Timer.Setting != stale.Setting) _due.Dequeue();
            if (!_due.TryPeek(out (FakeTimer Timer, int Setting) next, out (long Due, long Number) place) || place.Due > end) return false;
            _due.Dequeue();
            Interlocked.Exchange(ref _now, Math.Max(_now, place.Due));
            timer = next.Timer;
            timer.Setting++;
            if (timer.Period > TimeSpan.Zero) Enqueue(timer, timer.Period);
        }
        timer.Fire();
        return true;
    }

    private void Enqueue(FakeTimer timer, TimeSpan dueTime) =>
        _due.Enqueue((timer, timer.Setting), (_now + dueTime.Ticks, Interlocked.Increment(ref _settings)));

    private sealed class FakeTimer(FakeTime time, Action fire) : ITimer
    {
        // A setting that was replaced does not fire.
        public int Setting { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._state)
            {
                Setting++;
                Period = period;
                if (dueTime >= TimeSpan.Zero) time.Enqueue(this, dueTime);
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
