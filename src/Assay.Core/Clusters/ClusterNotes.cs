using System.Globalization;

namespace Assay.Core.Clusters;

/// <summary>Sentences about clustered errors.</summary>
internal static class ClusterNotes
{
    /// <summary>Number of clusters below which results say how few there are.</summary>
    public const int FewClusters = 10;

    /// <summary>The warning for few clusters.</summary>
    public static string Few(int clusters) => string.Create(
        CultureInfo.InvariantCulture,
        $"Only {clusters} clusters: intervals use t with {clusters - 1} degrees of freedom, which holds for clusters of like size; see docs/clustered-errors.md.");
}
