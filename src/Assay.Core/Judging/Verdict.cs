using Assay.Core.Responses;

namespace Assay.Core.Judging;

/// <summary>What one judge said about one item, shown in one order, in one repeat.</summary>
public sealed record Verdict
{
    /// <summary>The judge; a member's name in pools and panels.</summary>
    public required string Judge { get; init; }

    /// <summary>The order it was shown.</summary>
    public required PresentationOrder Order { get; init; }

    /// <summary>The repeat, from 0.</summary>
    public required int Repeat { get; init; }

    /// <summary>How it ended; never <see cref="Outcome.Skipped"/>.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// Probability, in [0, 1], that the candidate's output is preferred, whatever the order shown; null unless <see cref="Outcome"/> is judged or tie.
    /// </summary>
    public double? Preference { get; init; }

    /// <summary>Times the judge was asked until the verdict could be read, or we gave up; 0 without a call.</summary>
    public int Asked { get; init; }

    /// <summary>The key of the answer that gave the verdict, or of the last that did not; null without a call or an answer.</summary>
    public ResponseKey? Key { get; init; }

    /// <summary>What went wrong, one sentence without secrets; null where nothing did.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the label was flipped on purpose; the preference is the flipped one.</summary>
    public bool IsFlipped { get; init; }

    /// <summary>Whether the place decided: the probability that the output shown first is preferred, in [0, 1]; null without a preference.</summary>
    public double? FirstPlacePreference => Order == PresentationOrder.CandidateFirst ? Preference : 1 - Preference;
}
