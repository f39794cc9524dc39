using Assay.Core.Judging;

namespace Assay.Evaluation.Summaries;

/// <summary>How many items ended in which way.</summary>
public sealed record OutcomeCounts
{
    /// <summary>With a preference other than 0.5.</summary>
    public int Judged { get; init; }

    /// <summary>With a preference of 0.5, identical outputs too.</summary>
    public int Ties { get; init; }

    /// <summary>Verdict not readable.</summary>
    public int Unparsed { get; init; }

    /// <summary>Refused by the judge or withheld by a filter.</summary>
    public int Refused { get; init; }

    /// <summary>Without an answer.</summary>
    public int Failed { get; init; }

    /// <summary>Not asked.</summary>
    public int Skipped { get; init; }

    /// <summary>Items that were to be judged: all but the skipped ones.</summary>
    public int Asked => Judged + Ties + Missing;

    /// <summary>Items that were to be judged and have no preference.</summary>
    public int Missing => Unparsed + Refused + Failed;

    /// <summary>Share, in [0, 1], of the items to be judged that have a preference; null without items.</summary>
    public double? ParsedShare => Asked == 0 ? null : (double)(Judged + Ties) / Asked;

    /// <summary>These and one more.</summary>
    public OutcomeCounts With(Outcome outcome) => outcome switch
    {
        Outcome.Judged => this with { Judged = Judged + 1 },
        Outcome.Tie => this with { Ties = Ties + 1 },
        Outcome.Unparsed => this with { Unparsed = Unparsed + 1 },
        Outcome.Refused => this with { Refused = Refused + 1 },
        Outcome.Failed => this with { Failed = Failed + 1 },
        Outcome.Skipped => this with { Skipped = Skipped + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
    };

    /// <summary>These and those.</summary>
    public OutcomeCounts Add(OutcomeCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new OutcomeCounts
        {
            Judged = Judged + other.Judged,
            Ties = Ties + other.Ties,
            Unparsed = Unparsed + other.Unparsed,
            Refused = Refused + other.Refused,
            Failed = Failed + other.Failed,
            Skipped = Skipped + other.Skipped,
        };
    }
}
