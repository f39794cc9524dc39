namespace Assay.Cli.Progress;

/// <summary>A part of the work that takes time.</summary>
/// <param name="Name">One word, for programs.</param>
/// <param name="Verb">What is being done, for people: "reading".</param>
/// <param name="Unit">What is counted, in the plural; null where nothing is.</param>
internal sealed record ProgressStage(string Name, string Verb, string? Unit)
{
    /// <summary>Annotation files are read.</summary>
    public static ProgressStage Reading { get; } = new("read", "reading", "files");

    /// <summary>Statistics are computed; how much is left is not known.</summary>
    public static ProgressStage Computing { get; } = new("compute", "computing", null);

    /// <summary>Pairs are judged.</summary>
    public static ProgressStage Judging { get; } = new("judge", "judging", "pairs");

    /// <summary>A model is asked for outputs.</summary>
    public static ProgressStage Generating { get; } = new("generate", "generating", "outputs");

    /// <summary>Models are asked the instances of scenarios.</summary>
    public static ProgressStage Benchmarking { get; } = new("bench", "answering", "instances");

    /// <summary>Endpoints are asked what they support.</summary>
    public static ProgressStage Checking { get; } = new("check", "checking", "models");

    /// <summary>Texts are scored by a model.</summary>
    public static ProgressStage Scoring { get; } = new("score", "scoring", "contexts");
}
