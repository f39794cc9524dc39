namespace Assay.Cli.Progress;

/// <summary>One line on a terminal, drawn over itself at most ten times per second.</summary>
internal sealed class ProgressBar(TextWriter error, TimeProvider time) : ProgressDisplay(time, TimeSpan.FromMilliseconds(100))
{
    private const int Cells = 24;
    private const string StartOfLine = "\r";
    private const string ClearToEndOfLine = "\e[K";

    /// <inheritdoc/>
    protected override void Show(ProgressStage stage, int done, int total)
    {
        if (total == 0)
        {
            error.Write($"{StartOfLine}{stage.Verb} ...{ClearToEndOfLine}");
            return;
        }
        int filled = (int)((long)Cells * done / total);
        error.Write($"{StartOfLine}{stage.Verb} [{new string('#', filled)}{new string('.', Cells - filled)}] {done} of {total} {stage.Unit}{ClearToEndOfLine}");
    }

    /// <inheritdoc/>
    protected override void Clear() => error.Write(StartOfLine + ClearToEndOfLine);
}
