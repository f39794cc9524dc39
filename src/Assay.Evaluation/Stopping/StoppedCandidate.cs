using System.Globalization;
using Assay.Statistics.Estimation;
using Assay.Statistics.Sequential;

namespace Assay.Evaluation.Stopping;

/// <summary>Why the judging of a candidate stopped before its last item. It follows from the seed and the verdicts alone, not from how fast they came.</summary>
public sealed record StoppedCandidate
{
    /// <summary>The model under evaluation.</summary>
    public required string Candidate { get; init; }

    /// <summary>What was met.</summary>
    public required StoppingRule Rule { get; init; }

    /// <summary>Items, in their random order, after which the rule was met for the first time.</summary>
    public required int After { get; init; }

    /// <summary>Items of the whole set.</summary>
    public required int Items { get; init; }

    /// <summary>Of the items looked at, those without a preference: they count as 0 for the lower end and as 1 for the upper one.</summary>
    public required int Missing { get; init; }

    /// <summary>Mean preference, in [0, 1], of the items looked at; null where none has one.</summary>
    public required double? Mean { get; init; }

    /// <summary>The confidence sequence's interval, in [0, 1], for the mean preference of the whole set.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The reason in one sentence, in percent.</summary>
    public string Reason => string.Create(
        CultureInfo.InvariantCulture,
        $"Judging stopped after {After} of {Items} items in random order, because the interval for this set's win rate, "
            + $"[{100 * Interval.Lower:0.00}, {100 * Interval.Upper:0.00}], which is valid at every look, {Why}.");

    private string Why => Rule switch
    {
        UntilWidth width => string.Create(CultureInfo.InvariantCulture, $"is at most {100 * width.Width:0.##} points wide"),
        UntilDecided decided => string.Create(CultureInfo.InvariantCulture, $"excludes {100 * decided.Value:0.##}"),
        _ => throw new InvalidOperationException("There is no such rule."),
    };
}
