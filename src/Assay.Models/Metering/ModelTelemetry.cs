using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Assay.Models.Metering;

/// <summary>
/// Where calls can be observed, by the names of OpenTelemetry's semantic conventions for generative AI. No package is needed: listen to
/// <see cref="SourceName"/>. Prompts and
/// answers are never part of it.
/// </summary>
public static class ModelTelemetry
{
    /// <summary>Name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string SourceName = "Assay.Models";

    internal static ActivitySource Activities { get; } = new(SourceName);

    private static Meter Meter { get; } = new(SourceName);

    // The boundaries are those the conventions recommend: doubling from 10 ms, and powers of 4.
    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram("gen_ai.client.operation.duration", "s", "Duration of one attempt at a call.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.. Enumerable.Range(0, 14).Select(static power => 0.01 * (1 << power))] });

    internal static Histogram<long> Tokens { get; } = Meter.CreateHistogram("gen_ai.client.token.usage", "{token}", "Tokens of one call.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [.. Enumerable.Range(0, 14).Select(static power => 1L << (2 * power))] });
}
