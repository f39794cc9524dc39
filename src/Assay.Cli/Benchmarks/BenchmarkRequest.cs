namespace Assay.Cli.Benchmarks;

/// <summary>What the user asked for: which scenarios, with which data.</summary>
/// <param name="Specs">Scenario files, and definitions that Assay carries.</param>
/// <param name="Data">The folder of the data; null: that of each scenario file.</param>
/// <param name="Limit">Instances of each scenario at most; null: all.</param>
/// <param name="SampleSeed">Seed by which those of the limit are drawn; null: the first ones.</param>
/// <param name="Seed">Seed of everything else that is random.</param>
/// <param name="Repeats">Answers to each question.</param>
internal sealed record BenchmarkRequest(IReadOnlyList<string> Specs, string? Data, int? Limit, ulong? SampleSeed, ulong Seed, int Repeats)
{
    /// <summary>Whether examples are read: not where every model answers from records, as nothing is asked.</summary>
    public bool NeedsExamples { get; init; } = true;
}
