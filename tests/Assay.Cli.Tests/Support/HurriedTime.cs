using System.Diagnostics;

namespace Assay.Cli.Tests.Support;

/// <summary>A clock that runs so many times as fast as the system's: whoever waits for it waits as often and as long as ever, by its own count.</summary>
internal sealed class HurriedTime(int times) : TimeProvider
{
    private readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly long _began = Stopwatch.GetTimestamp();

    public override long TimestampFrequency => Stopwatch.Frequency;

    public override long GetTimestamp() => (Stopwatch.GetTimestamp() - _began) * times;

    public override DateTimeOffset GetUtcNow() => _start + GetElapsedTime(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period)), Hurried);

    private TimeSpan Hurried(TimeSpan time) => time <= TimeSpan.Zero ? time : time / times;

    private sealed class HurriedTimer(ITimer timer, Func<TimeSpan, TimeSpan> hurried) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(hurried(dueTime), hurried(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
