namespace Assay.Core.Scenarios;

/// <summary>How many instances ended in which way.</summary>
public sealed record OutcomeTally
{
    /// <summary>None.</summary>
    public static OutcomeTally None { get; } = new();

    /// <summary>With an answer.</summary>
    public int Scored { get; init; }

    /// <summary>With a completion in which no answer was found.</summary>
    public int Unread { get; init; }

    /// <summary>Refused by the model or withheld by a filter.</summary>
    public int Refused { get; init; }

    /// <summary>Without an answer.</summary>
    public int Failed { get; init; }

    /// <summary>Not asked.</summary>
    public int Skipped { get; init; }

    /// <summary>Those with a completion.</summary>
    public int Completed => Scored + Unread + Refused;

    /// <summary>All.</summary>
    public int Total => Completed + Failed + Skipped;

    /// <summary>These and one more.</summary>
    public OutcomeTally With(InstanceOutcome outcome) => outcome switch
    {
        InstanceOutcome.Scored => this with { Scored = Scored + 1 },
        InstanceOutcome.Unread => this with { Unread = Unread + 1 },
        InstanceOutcome.Refused => this with { Refused = Refused + 1 },
        InstanceOutcome.Failed => this with { Failed = Failed + 1 },
        InstanceOutcome.Skipped => this with { Skipped = Skipped + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
    };
}
