using Assay.Core.Watermarks;
using BenchmarkDotNet.Attributes;

namespace Assay.PerformanceTests;

/// <summary>
/// Testing a text of 64 tokens for a watermark, vocabulary of 32,000, key of 256, blocks of 40: drawing the key, and what each random key of the null distribution adds.
/// One thread does the work of one resample, so its time is per core.
/// </summary>
public class WatermarkBenchmarks
{
    private const int Vocabulary = 32_000;

    private readonly int[] _text = [.. Enumerable.Range(0, 64).Select(static i => i * 499 % Vocabulary)];

    [Params(WatermarkScheme.ExponentialMinimum, WatermarkScheme.InverseTransform)]
    public WatermarkScheme Scheme { get; set; }

    [Benchmark(Baseline = true)]
    public double OneResample() => Test(1, null).Run(_text, Vocabulary, default).PValue;

    [Benchmark]
    public double AHundredResamples() => Test(100, null).Run(_text, Vocabulary, default).PValue;

    [Benchmark]
    public double TenResamplesWithEdits() => Test(10, 0).Run(_text, Vocabulary, default).PValue;

    private WatermarkTest Test(int resamples, double? gap) =>
        new() { Key = new WatermarkKey(42, 256, Scheme), Block = 40, Gap = gap, Resamples = resamples };
}
