using Assay.Cli.Terminal;

namespace Assay.Cli.Progress;

/// <summary>
/// Shows how far the work is, on standard error. Safe for use from several threads. What has been drawn is cleared by <see cref="Dispose"/>,
/// so that a table or an error starts on a clean line.
/// </summary>
internal abstract class ProgressDisplay(TimeProvider time, TimeSpan leastInterval) : IDisposable
{
    private readonly Lock _drawing = new();
    private ProgressStage? _stage;
    private int _done;
    private int _total;
    private long _drawnAt;

    /// <summary>The display that the options and the terminal ask for.</summary>
    public static ProgressDisplay Create(ProgressKind kind, bool quiet, CommandTerminal terminal, TimeProvider time) => kind switch
    {
        _ when quiet => new NoProgress(time),
        ProgressKind.Plain => new PlainProgress(terminal.Error, time),
        ProgressKind.Json => new JsonProgress(terminal.Error, time),
        ProgressKind.Automatic when terminal.CanRedraw => new ProgressBar(terminal.Error, time),
        _ => new NoProgress(time),
    };

    /// <summary>Starts a stage of <paramref name="total"/> steps; 0 where the steps are not known. Always shown.</summary>
    public void Begin(ProgressStage stage, int total)
    {
        lock (_drawing)
        {
            (_stage, _done, _total) = (stage, 0, total);
            Draw();
        }
    }

    /// <summary>One step is done. Shown if it is the last of its stage, or if the last drawing was long enough ago.</summary>
    public void Advance()
    {
        lock (_drawing)
        {
            _done++;
            if (_done == _total || time.GetElapsedTime(_drawnAt) >= leastInterval) Draw();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_drawing)
        {
            if (_stage is not null) Clear();
            _stage = null;
        }
    }

    /// <summary>Shows one state.</summary>
    protected abstract void Show(ProgressStage stage, int done, int total);

    /// <summary>Removes what was shown, where that is possible.</summary>
    protected virtual void Clear() { }

    private void Draw()
    {
        _drawnAt = time.GetTimestamp();
        Show(_stage!, _done, _total);
    }
}
