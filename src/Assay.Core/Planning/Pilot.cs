using Assay.Core.Judging;

namespace Assay.Core.Planning;

/// <summary>What a pilot has of one model, judged by one judge against one baseline.</summary>
public sealed record Pilot
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>The baseline.</summary>
    public required string Baseline { get; init; }

    /// <summary>The judge; null where the files name none.</summary>
    public required string? Annotator { get; init; }

    /// <summary>Its judged items by instruction.</summary>
    public required IReadOnlyDictionary<string, PilotItem> Items { get; init; }

    /// <summary>Orders shown, 1 or 2; null where the files do not say.</summary>
    public int? Orders { get; init; }

    /// <summary>Answers to each question; null where the files do not say.</summary>
    public int? Repeats { get; init; }

    /// <summary>US dollars for all judgements of one instruction, in one order and once; null where unknown.</summary>
    public decimal? CostOfOne { get; init; }
}

/// <summary>One instruction of a pilot.</summary>
/// <param name="Preference">Its preference, in [0, 1].</param>
/// <param name="OrderDifference">Mean preference with the candidate first minus with the baseline first; null unless both were asked.</param>
/// <param name="RepeatVariance">Variance between answers to one question, pooled over orders; null without repeats.</param>
public sealed record PilotItem(double Preference, double? OrderDifference = null, double? RepeatVariance = null)
{
    /// <summary>From an item of a run; null where it has no preference.</summary>
    public static PilotItem? Of(JudgedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Preference is not { } preference) return null;
        double[] candidateFirst = Repeats(item, PresentationOrder.CandidateFirst), baselineFirst = Repeats(item, PresentationOrder.BaselineFirst);
        double? difference = candidateFirst.Length > 0 && baselineFirst.Length > 0 ? candidateFirst.Average() - baselineFirst.Average() : null;
        double squares = Squares(candidateFirst) + Squares(baselineFirst);
        int degreesOfFreedom = Math.Max(0, candidateFirst.Length - 1) + Math.Max(0, baselineFirst.Length - 1);
        return new PilotItem(preference, difference, degreesOfFreedom > 0 ? squares / degreesOfFreedom : null);
    }

    /// <summary>The preference in each repeat of an order, the mean over the members of a panel.</summary>
    private static double[] Repeats(JudgedItem item, PresentationOrder order) =>
    [
        .. item.Verdicts.Where(verdict => verdict.Order == order && verdict.Preference is not null)
            .GroupBy(static verdict => verdict.Repeat)
            .Select(static repeat => repeat.Average(static verdict => verdict.Preference!.Value)),
    ];

    private static double Squares(double[] values)
    {
        if (values.Length == 0) return 0;
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
