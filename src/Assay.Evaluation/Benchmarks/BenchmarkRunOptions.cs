using Assay.Core.Models;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Benchmarks;

/// <summary>How scenarios are run.</summary>
public sealed record BenchmarkRunOptions
{
    /// <summary>The models by their names in the run, in the order wanted in results; each with the parameters of its own, which win over a scenario's.</summary>
    public required IReadOnlyList<KeyValuePair<string, ModelParameters>> Models { get; init; }

    /// <summary>Answers to each question, at least 1.</summary>
    public int Repeats
    {
        get;
        init => field = value is >= 1 and < RepeatNumber.MostRepeats
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Repeats), value, "Repeats must be at least 1.");
    } = 1;

    /// <summary>Calls in flight at once, at most; null: <see cref="JudgeRunOptions.DefaultInFlight"/>.</summary>
    public int? Concurrency
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Concurrency), value, "Concurrency must be positive.");
    }

    /// <summary>Completions of a scenario and model after which it is looked whether answers can be read in them.</summary>
    public int FirstLook { get; init; } = 20;
}
