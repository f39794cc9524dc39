using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Evaluation.Stopping;
using Assay.Statistics.Estimation;

namespace Assay.Evaluation.Summaries;

/// <summary>What a run says about one candidate against one baseline.</summary>
public sealed record CandidateSummary
{
    /// <summary>The model under evaluation.</summary>
    public required string Candidate { get; init; }

    /// <summary>The model it is compared with; null where nothing was compared.</summary>
    public required string? Baseline { get; init; }

    /// <summary>How its items ended.</summary>
    public required OutcomeCounts Outcomes { get; init; }

    /// <summary>Mean preference, in [0, 1], over items with one (repeats are within an item), with Student's t interval cut to [0, 1]; null without such
    /// items.</summary>
    public required Estimate? WinRate { get; init; }

    /// <summary>The win rate if every missing verdict had gone one way or the other; null without items.</summary>
    public required MissingRange? MissingRange { get; init; }

    /// <summary>What the order shown did; null where no item has a preference in both orders.</summary>
    public required OrderEffects? OrderEffects { get; init; }

    /// <summary>Items with each note.</summary>
    public required ImmutableSortedDictionary<ItemNote, int> Notes { get; init; }

    /// <summary>Items whose candidate's output is (nearly) its commonest one.</summary>
    public required int NearlySameOutputs { get; init; }

    /// <summary>Whether the candidate gives (nearly) the same output to every instruction, so that this measures the judge.</summary>
    public required bool HasConstantOutput { get; init; }

    /// <summary>Why its judging stopped before the last item; null where it did not.</summary>
    public StoppedCandidate? Stopped { get; init; }

    /// <summary>What a reader must know, in sentences; empty where there is nothing.</summary>
    public required ImmutableArray<string> Remarks { get; init; }
}
