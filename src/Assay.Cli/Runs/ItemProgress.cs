using Assay.Cli.Progress;
using Assay.Evaluation.Runs;

namespace Assay.Cli.Runs;

/// <summary>Shows every item that has come to its end. Told from several threads.</summary>
internal sealed class ItemProgress(ProgressDisplay display) : IProgress<RunProgress>
{
    /// <inheritdoc/>
    public void Report(RunProgress value) => display.Advance();
}
