using Assay.Statistics.Estimation;

namespace Assay.Studies.Validity;

/// <summary>How the estimates of one quantity did over all replications. Rates are in [0, 1].</summary>
internal sealed record Coverage
{
    /// <summary>The value the intervals are to cover.</summary>
    public required double Target { get; init; }

    /// <summary>Mean of the estimates.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation of the estimates: what a standard error estimates.</summary>
    public required double Deviation { get; init; }

    /// <summary>Mean of the standard errors that were given.</summary>
    public required double MeanStandardError { get; init; }

    /// <summary>Share of the intervals given that cover the target.</summary>
    public required double Share { get; init; }

    /// <summary>Share of the replications that gave no interval.</summary>
    public required double WithoutInterval { get; init; }

    /// <summary>Tallies estimates in the order of the replications, so that sums do not depend on threads.</summary>
    /// <param name="target">The value the intervals are to cover.</param>
    /// <param name="estimates">One per replication; null where there is none.</param>
    public static Coverage Of(double target, IReadOnlyCollection<Estimate?> estimates)
    {
        Estimate[] given = [.. estimates.OfType<Estimate>()];
        Estimate[] withInterval = [.. given.Where(estimate => estimate.Interval is not null)];
        return new Coverage
        {
            Target = target,
            Mean = given.Average(estimate => estimate.Value),
            Deviation = SampleDeviation.Of([.. given.Select(estimate => estimate.Value)]),
            MeanStandardError = withInterval.Average(estimate => estimate.StandardError!.Value),
            Share = withInterval.Average(estimate => estimate.Interval!.Contains(target) ? 1.0 : 0),
            WithoutInterval = 1 - (double)withInterval.Length / estimates.Count,
        };
    }
}
