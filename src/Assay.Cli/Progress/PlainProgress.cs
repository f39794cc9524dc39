namespace Assay.Cli.Progress;

/// <summary>One line of text per state, for logs.</summary>
internal sealed class PlainProgress(TextWriter error, TimeProvider time) : ProgressDisplay(time, TimeSpan.FromSeconds(1))
{
    /// <inheritdoc/>
    protected override void Show(ProgressStage stage, int done, int total) =>
        error.WriteLine(total == 0 ? $"assay: {stage.Verb}" : $"assay: {stage.Verb}: {done} of {total} {stage.Unit}");
}
