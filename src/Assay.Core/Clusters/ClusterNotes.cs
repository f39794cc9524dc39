using System.Globalization;
using Assay.Statistics.Clustering;

namespace Assay.Core.Clusters;

/// <summary>Sentences about clustered errors.</summary>
internal static class ClusterNotes
{
    private const int FewClusters = 10;
    private const double MuchSmaller = 0.75;

    /// <summary>What a reader must know about an interval of these clusters: that they are few, or of unlike size; null where there is nothing.</summary>
    /// <param name="design">The clusters, two at least.</param>
    /// <param name="advice">What to do where sizes differ, as the end of a sentence; null where it is done already.</param>
    public static string? Warning(ClusterDesign design, string? advice)
    {
        double effective = design.EffectiveClusters;
        if (effective > FewClusters - 0.5) return null;
        string few = design.Clusters < FewClusters
            ? Text($"Only {design.Clusters} clusters, so {design.Clusters - 1} {(design.Clusters == 2 ? "degree" : "degrees")} of freedom; docs/clustered-errors.md has the coverage.")
            : "";
        if (advice is null || effective > MuchSmaller * design.Clusters) return few.Length == 0 ? null : few;
        string unlike = Text(
            $"The clusters are of very unlike size and weigh like {effective:0.0} equal ones, for which t intervals are too narrow; {advice}.");
        return few.Length == 0 ? unlike : $"{few} {unlike}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
