namespace Assay.Core.Scenarios;

/// <summary>How well does it predict a text?</summary>
internal static class LanguageMetrics
{
    public static IEnumerable<ScenarioMetric> All =>
    [
        new InstanceMetric
        {
            Name = "bits_per_byte_mean",
            Kind = MetricKind.Accuracy,
            HigherIsBetter = false,
            IsProportion = false,
            Score = static completion => completion.TextScore?.BitsPerByte,
        },
        new CorpusMetric
        {
            Name = "bits_per_byte",
            Kind = MetricKind.Accuracy,
            HigherIsBetter = false,
            IsProportion = false,
            Prepare = static instances => sample => new TextScore(
                sample.Sum(place => instances[place].TextScore?.LogProbability ?? 0), sample.Sum(place => instances[place].TextScore?.Bytes ?? 0)).BitsPerByte,
            ReasonIfAbsent = "No instance has log-probabilities.",
        },
    ];
}
