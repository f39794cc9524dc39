using Assay.Cli.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Reports;

/// <summary>
/// What results were made from, so that it is seen when they are no longer those of the run: logs only grow, and another version may count otherwise. The
/// annotations are among it because they are made beside the results.
/// </summary>
/// <param name="AssayVersion">The version that made them.</param>
/// <param name="Calls">Bytes of <c>calls.jsonl</c>.</param>
/// <param name="Items">Bytes of <c>items.jsonl</c>.</param>
/// <param name="Skipped">Bytes of <c>skipped.jsonl</c>.</param>
/// <param name="Annotations">Bytes of <c>annotations.json</c>.</param>
internal sealed record ResultsSource(string AssayVersion, long Calls, long Items, long Skipped, long Annotations)
{
    /// <summary>What is in a run's folder now.</summary>
    public static ResultsSource Of(string folder) => new(
        RunStart.AssayVersion, Length(folder, RunFiles.Calls), Length(folder, RunFiles.Items), Length(folder, RunFiles.Skipped),
        Length(folder, RunFiles.Annotations));

    // A log without a line has no file.
    private static long Length(string folder, string name) => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? file.Length : 0;
}
