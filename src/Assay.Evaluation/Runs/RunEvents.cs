using Assay.Core.Runs;

namespace Assay.Evaluation.Runs;

/// <summary>Writes into a run's log when its sessions begin and end.</summary>
internal sealed class RunEvents(IRunLog log, TimeProvider time)
{
    public ValueTask BeganAsync(bool isResumed) =>
        AppendAsync(isResumed ? "resumed" : "began", isResumed ? "The run goes on." : "The run began.");

    public ValueTask EndedAsync(bool isComplete) =>
        AppendAsync(isComplete ? "finished" : "stopped", isComplete ? "All items have come to an end." : "The run was told to stop.");

    public ValueTask StoppedAsync(Exception error) => AppendAsync("stopped", error is OperationCanceledException ? "The run was aborted." : error.Message);

    private ValueTask AppendAsync(string kind, string text) => log.AppendAsync(new RunEvent(time.GetUtcNow(), kind, text), CancellationToken.None);
}
