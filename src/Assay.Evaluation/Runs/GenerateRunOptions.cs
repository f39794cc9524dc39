using Assay.Core.Models;
using Assay.Evaluation.Calls;

namespace Assay.Evaluation.Runs;

/// <summary>How outputs are generated.</summary>
public sealed record GenerateRunOptions
{
    /// <summary>The model's name in the run: the <c>generator</c> of its outputs.</summary>
    public required string Generator { get; init; }

    /// <summary>A system message before every instruction; null: none.</summary>
    public string? SystemMessage { get; init; }

    /// <summary>Parameters of every call, over the model's own.</summary>
    public ModelParameters Parameters { get; init; } = ModelParameters.Empty;

    /// <summary>Outputs to each instruction, at least 1.</summary>
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

    /// <summary>Calls in flight in force.</summary>
    internal int InFlight => Concurrency ?? JudgeRunOptions.DefaultInFlight;
}
