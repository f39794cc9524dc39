using Assay.Core.Ratings;
using Assay.Statistics.Comparison;

namespace Assay.Reporting.Contracts;

/// <summary>From a comparison of ratings to its contract.</summary>
internal static class RatingMapping
{
    public static RatingContract ToContract(this RatingComparison comparison) => new()
    {
        SchemaVersion = RatingContract.Version,
        By = comparison.GroupColumn,
        ClusterBy = comparison.ClusterColumn,
        Clusters = comparison.Clusters,
        Confidence = comparison.Confidence,
        Seed = comparison.Seed,
        NRows = comparison.Rows,
        Means = [.. comparison.Means.Select(ToContract)],
        Tests = [.. comparison.Tests.Select(ToContract)],
        Notes = comparison.Notes,
    };

    private static RatingMeanContract ToContract(RatingMean mean) => new()
    {
        Score = mean.Score,
        Group = mean.Group,
        N = mean.Mean?.Count ?? 0,
        NMissing = mean.Missing,
        Mean = ContractUnits.Finite(mean.Mean?.Value),
        StandardError = ContractUnits.Finite(mean.Mean?.StandardError),
        Interval = ContractUnits.Unscaled(mean.Mean?.Interval),
        Clusters = mean.Clusters,
        ClusteredStandardError = ContractUnits.Finite(mean.Clustered?.StandardError),
        ClusteredInterval = ContractUnits.Unscaled(mean.Clustered?.Interval),
    };

    private static RatingTestContract ToContract(RatingTest test) => new()
    {
        Score = test.Score,
        Group1 = test.First,
        Group2 = test.Second,
        Difference = ContractUnits.Finite(test.Welch?.Difference.Value),
        StandardError = ContractUnits.Finite(test.Welch?.Difference.StandardError),
        Interval = ContractUnits.Unscaled(test.Welch?.Difference.Interval),
        WelchT = ContractUnits.Finite(test.Welch?.T),
        WelchDegreesOfFreedom = ContractUnits.Finite(test.Welch?.DegreesOfFreedom),
        WelchPValue = ContractUnits.Finite(test.WelchP.Plain),
        WelchHolmPValue = ContractUnits.Finite(test.WelchP.Holm),
        WelchBhPValue = ContractUnits.Finite(test.WelchP.BenjaminiHochberg),
        Clusters = test.Clustered?.Clusters,
        ClusteredStandardError = ContractUnits.Finite(test.Clustered?.Difference.StandardError),
        ClusteredInterval = ContractUnits.Unscaled(test.Clustered?.Difference.Interval),
        ClusteredPValue = ContractUnits.Finite(test.ClusteredP.Plain),
        ClusteredHolmPValue = ContractUnits.Finite(test.ClusteredP.Holm),
        ClusteredBhPValue = ContractUnits.Finite(test.ClusteredP.BenjaminiHochberg),
        PermutationPValue = ContractUnits.Finite(test.PermutationP.Plain),
        PermutationHolmPValue = ContractUnits.Finite(test.PermutationP.Holm),
        PermutationBhPValue = ContractUnits.Finite(test.PermutationP.BenjaminiHochberg),
        PermutationScheme = Name(test.Permutation?.Scheme),
    };

    private static string? Name(PermutationScheme? scheme) => scheme switch
    {
        null => null,
        PermutationScheme.Observations => "observations",
        PermutationScheme.WholeClusters => "whole_clusters",
        PermutationScheme.WithinClusters => "within_clusters",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "This scheme has no name in the contract."),
    };
}
