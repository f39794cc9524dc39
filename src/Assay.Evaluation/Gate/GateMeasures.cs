using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;

namespace Assay.Evaluation.Gate;

/// <summary>What a gate decides on. Rates are in [0, 1], as everywhere else; conditions speak in percent.</summary>
public sealed record GateMeasures
{
    /// <summary>The win rate; null where there is none.</summary>
    public Estimate? WinRate { get; init; }

    /// <summary>The length-controlled win rate; null where it was not computed.</summary>
    public Estimate? LengthControlledWinRate { get; init; }

    /// <summary>Share of the items to be judged that have a preference; null without items.</summary>
    public double? ParsedShare { get; init; }

    /// <summary>Share of verdicts that flip with the order; null where pairs were not shown in both.</summary>
    public Estimate? Flips { get; init; }

    /// <summary>US dollars; null where unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What a run says about one candidate; the cost is the whole run's.</summary>
    /// <param name="run">The run.</param>
    /// <param name="candidate">The candidate; null: the only one.</param>
    /// <param name="lengthControlled">The candidate's length-controlled win rate, which the leaderboard computes; null where it did not.</param>
    /// <exception cref="InvalidOperationException">No candidate is named, and the run does not have exactly one.</exception>
    public static GateMeasures Of(JudgeRunSummary run, string? candidate = null, Estimate? lengthControlled = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        CandidateSummary summary = candidate is not null ? run[candidate] : run.Candidates.Single();
        return new GateMeasures
        {
            WinRate = summary.WinRate,
            LengthControlledWinRate = lengthControlled,
            ParsedShare = summary.Outcomes.ParsedShare,
            Flips = summary.OrderEffects?.Flips,
            Cost = run.Spending.Cost,
        };
    }
}
