namespace Assay.Cli.Progress;

/// <summary>Shows nothing.</summary>
internal sealed class NoProgress(TimeProvider time) : ProgressDisplay(time, TimeSpan.MaxValue)
{
    /// <inheritdoc/>
    protected override void Show(ProgressStage stage, int done, int total) { }
}
