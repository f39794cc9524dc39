namespace Assay.Evaluation.Runs;

/// <summary>How far a session has come; also what it came to at its end.</summary>
public sealed record RunProgress
{
    /// <summary>Items that came to an end in this session, failed ones too.</summary>
    public required int Ended { get; init; }

    /// <summary>Those of <see cref="Ended"/> that failed, and are asked again when the run goes on.</summary>
    public required int Failed { get; init; }

    /// <summary>Items that had ended in an earlier session and were passed over.</summary>
    public required int EndedBefore { get; init; }

    /// <summary>Instructions that were skipped.</summary>
    public required int Skipped { get; init; }

    /// <summary>What the calls of this session came to.</summary>
    public required Spending Spending { get; init; }

    /// <summary>Whether an earlier session left anything: false where this one made all calls of the run.</summary>
    public required bool IsResumed { get; init; }

    /// <summary>Whether all items were read: false while the run goes on, and where it was told to stop.</summary>
    public required bool IsComplete { get; init; }
}
