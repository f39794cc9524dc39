using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.LengthControl;
using Assay.Statistics.Estimation;
using Assay.Statistics.Ranking;

namespace Assay.Core.Leaderboards;

/// <summary>One model's row of a <see cref="Leaderboard"/>. Rates are proportions in [0, 1].</summary>
public sealed record LeaderboardEntry
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The judge, or null where the files name none.</summary>
    public required string? Annotator { get; init; }

    /// <summary>Rank among the models of the same judge, from 1; equal figures share a rank.</summary>
    public required int Rank { get; init; }

    /// <summary>Ranks that the data do not exclude, or null where uncertainty is unknown.</summary>
    public required RankInterval? RankInterval { get; init; }

    /// <summary>Judged items: wins, losses and ties together.</summary>
    public required int Count { get; init; }

    /// <summary>Items without a verdict.</summary>
    public required int Unjudged { get; init; }

    /// <summary>Items with a preference above one half.</summary>
    public required int Wins { get; init; }

    /// <summary>Items with a preference below one half.</summary>
    public required int Losses { get; init; }

    /// <summary>Items with a preference of one half.</summary>
    public required int Ties { get; init; }

    /// <summary>Mean length of the model's outputs in Unicode code points; null where the files held no outputs.</summary>
    public required double? MeanLength { get; init; }

    /// <summary>Mean preference over the judged items; null where none was judged.</summary>
    public required Estimate? WinRate { get; init; }

    /// <summary>How the interval of the win rate was made: "student_t", or by clusters.</summary>
    public string WinRateIntervalMethod { get; init; } = MeanEstimate.IntervalMethod;

    /// <summary>G: the number of clusters behind the win rate's error, the smaller of two ways; null where items are independent.</summary>
    public int? Clusters { get; init; }

    /// <summary>The win rate as it would be with independent items; null unless errors are clustered.</summary>
    public Estimate? IndependentWinRate { get; init; }

    /// <summary>The win rate by people that the judge's verdicts sharpen; null unless people's judgements were given beside the judge's.</summary>
    public PredictionPoweredWinRate? PredictionPowered { get; init; }

    /// <summary>Length-controlled win rate; null where it cannot be computed (a note says why) or does not apply.</summary>
    public required Estimate? LengthControlledWinRate { get; init; }

    /// <summary>How the length-controlled win rate was computed; null exactly where that is null.</summary>
    public required LengthControlMethod? LengthControl { get; init; }

    /// <summary>The fitted effect of length, the coefficient a of tanh(d/s) in logits; null where it was not fitted.</summary>
    public required double? LengthCoefficient { get; init; }

    /// <summary>How the interval of the length-controlled win rate was made: "sandwich" or "bootstrap"; null where there is none.</summary>
    public required string? LengthControlledIntervalMethod { get; init; }

    /// <summary>Bradley-Terry strength in logits, the baseline's (or else the mean) being 0; null for other methods or where it is infinite.</summary>
    public required Estimate? Strength { get; init; }

    /// <summary>Difference of the ranked figure to the best model's, at most 0, with an interval simultaneous over the table; null where unknown.</summary>
    public required Estimate? DifferenceToBest { get; init; }

    /// <summary>Win rate by data set, in ordinal order of data set; empty unless asked for.</summary>
    public required IReadOnlyList<DatasetWinRate> Datasets { get; init; }

    /// <summary>Items with each note of the runs that judged them, in the notes' order; a note no item has is not there.</summary>
    public ImmutableSortedDictionary<ItemNote, int> FlaggedItems { get; init; } = ImmutableSortedDictionary<ItemNote, int>.Empty;

    /// <summary>Items whose output is (nearly) the model's commonest one; null where no output is known.</summary>
    public int? NearlySameOutputs { get; init; }

    /// <summary>What a reader must know about this row, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A model's win rate on one data set.</summary>
/// <param name="Dataset">The data set's name, or null for items that name none.</param>
/// <param name="WinRate">Mean preference in [0, 1]; null where no item of the data set was judged.</param>
/// <param name="Unjudged">Items of the data set without a verdict.</param>
public sealed record DatasetWinRate(string? Dataset, Estimate? WinRate, int Unjudged);
