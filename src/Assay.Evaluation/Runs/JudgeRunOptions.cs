using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Evaluation.Calls;

namespace Assay.Evaluation.Runs;

/// <summary>How pairs are judged.</summary>
public sealed record JudgeRunOptions
{
    /// <summary>Items and calls in flight at once where nobody says otherwise: enough that the models' own limits decide, few enough to be held in
    /// memory.</summary>
    public const int DefaultInFlight = 256;

    /// <summary>The judge.</summary>
    public required JudgeDefinition Judge { get; init; }

    /// <summary>The orders shown; null: the judge's own, or both.</summary>
    public OrderPolicy? Orders { get; init; }

    /// <summary>Answers to each question, at least 1.</summary>
    public int Repeats
    {
        get;
        init => field = value is >= 1 and < RepeatNumber.MostRepeats
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Repeats), value, "Repeats must be at least 1.");
    } = 1;

    /// <summary>Times a verdict that cannot be read is asked for again, at least 0.</summary>
    public int AskAgain
    {
        get;
        init => field = value is >= 0 and <= RepeatNumber.MostAskedAgain
            ? value
            : throw new ArgumentOutOfRangeException(nameof(AskAgain), value, $"A verdict can be asked for again 0 to {RepeatNumber.MostAskedAgain} times.");
    } = 2;

    /// <summary>The seed of orders, pool draws, flips and random controls.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Items and calls in flight at once, at most; null: <see cref="DefaultInFlight"/>.</summary>
    public int? Concurrency
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Concurrency), value, "Concurrency must be positive.");
    }

    /// <summary>The secret of the fences, at least 16 bytes (the response store keeps one); may be empty where the judge has no prompt of ours.</summary>
    public ReadOnlyMemory<byte> FenceSecret { get; init; }

    /// <summary>Candidates known to give (nearly) the same output to every instruction (<see cref="Judging.PairSurvey"/>): their items are noted.</summary>
    public ImmutableHashSet<string> ConstantGenerators { get; init; } = [];

    /// <summary>The orders in force.</summary>
    internal OrderPolicy OrdersInForce => Orders ?? Judge.Orders ?? OrderPolicy.Both;

    /// <summary>Items and calls in flight in force.</summary>
    internal int InFlight => Concurrency ?? DefaultInFlight;
}
