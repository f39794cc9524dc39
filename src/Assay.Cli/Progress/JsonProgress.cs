namespace Assay.Cli.Progress;

/// <summary>
/// One JSON object per line and state, for programs: <c>{"stage":"read","done":3,"total":42}</c>; <c>done</c> and <c>total</c> are null in a stage
/// whose steps are not known. Nothing in it comes from an input, so nothing has to be escaped.
/// </summary>
internal sealed class JsonProgress(TextWriter error, TimeProvider time) : ProgressDisplay(time, TimeSpan.FromSeconds(1))
{
    /// <inheritdoc/>
    protected override void Show(ProgressStage stage, int done, int total) => error.WriteLine(total == 0
        ? $$"""{"stage":"{{stage.Name}}","done":null,"total":null}"""
        : $$"""{"stage":"{{stage.Name}}","done":{{done}},"total":{{total}}}""");
}
