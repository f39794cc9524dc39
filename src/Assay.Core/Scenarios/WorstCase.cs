using Assay.Core.Metrics.Reduction;

namespace Assay.Core.Scenarios;

/// <summary>The worst score of an instance over its original and its perturbed forms (Liang et al. 2022, section 4.5).</summary>
internal static class WorstCase
{
    /// <summary>The metric under which the worst case of another is shown.</summary>
    public static InstanceMetric MetricOf(InstanceMetric metric, MetricKind kind) =>
        metric with { Name = $"{metric.Name} worst over {kind.ToString().ToLowerInvariant()} forms", ScoreName = metric.ScoreName, Kind = kind };

    /// <summary>One score for each instance of <paramref name="original"/>; NaN where any of its forms has none.</summary>
    public static double[] Reduced(ModelScores original, IReadOnlyList<ModelScores> forms, string scoreName, ScoreReducer reducer, bool isLowerBetter)
    {
        double[] worst = original.Reduced(scoreName, reducer);
        string[] ids = [.. original.Instances.Select(static instance => instance.Id)];
        foreach (ModelScores form in forms)
        {
            double[] reduced = form.Reduced(scoreName, reducer);
            Dictionary<string, double> byId = form.Instances.Select((instance, i) => (instance.Id, Score: reduced[i]))
                .ToDictionary(static scored => scored.Id, static scored => scored.Score, StringComparer.Ordinal);
            for (int i = 0; i < worst.Length; i++)
            {
                double score = byId.GetValueOrDefault(ids[i], double.NaN);
                worst[i] = double.IsNaN(score) ? double.NaN : isLowerBetter ? Math.Max(worst[i], score) : Math.Min(worst[i], score);
            }
        }
        return worst;
    }
}
