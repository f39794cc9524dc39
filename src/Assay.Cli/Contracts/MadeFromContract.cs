using System.ComponentModel;
using System.Text.Json.Serialization;
using Assay.Cli.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Contracts;

/// <summary>
/// What results were made from, so that it is seen when they are no longer those of the run: logs only grow, and another version may count otherwise. The
/// annotations are among it because they are made beside the results.
/// </summary>
internal sealed record MadeFromContract
{
    [JsonPropertyName("assay_version"), Description("The version that made them.")]
    public required string AssayVersion { get; init; }

    [JsonPropertyName("calls_bytes"), Description("Size of calls.jsonl; 0 where there is none.")]
    public required long CallsBytes { get; init; }

    [JsonPropertyName("items_bytes"), Description("Size of items.jsonl; 0 where there is none.")]
    public required long ItemsBytes { get; init; }

    [JsonPropertyName("skipped_bytes"), Description("Size of skipped.jsonl; 0 where there is none.")]
    public required long SkippedBytes { get; init; }

    [JsonPropertyName("annotations_bytes"), Description("Size of annotations.json, which was made beside the results.")]
    public required long AnnotationsBytes { get; init; }

    /// <summary>What is in a run's folder now.</summary>
    public static MadeFromContract Of(string folder) => new()
    {
        AssayVersion = RunStart.AssayVersion,
        CallsBytes = Length(folder, RunFiles.Calls),
        ItemsBytes = Length(folder, RunFiles.Items),
        SkippedBytes = Length(folder, RunFiles.Skipped),
        AnnotationsBytes = Length(folder, RunFiles.Annotations),
    };

    // A log without a line has no file.
    private static long Length(string folder, string name) => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? file.Length : 0;
}
