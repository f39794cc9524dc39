using Assay.Core.Metrics.TextOverlap;
using BenchmarkDotNet.Attributes;

namespace Assay.PerformanceTests;

/// <summary>Text metrics over 10,000 pairs of 300 words, on all cores; beside the bare reading of the same texts.</summary>
public class TextMetricBenchmarks
{
    private (string Gold, string Prediction)[] _pairs = [];

    [GlobalSetup]
    public void Setup() => _pairs = GeneratedTexts.Pairs(10_000, 300);

    [Benchmark(Baseline = true)]
    public int Characters() => Sum(static pair => pair.Gold.Count(static c => c == ' ') + pair.Prediction.Count(static c => c == ' '));

    [Benchmark]
    public double RougeL() => Sum(static pair => Rouge.L(pair.Gold, pair.Prediction).F1);

    [Benchmark]
    public double SentenceBleu() => Sum(static pair => Bleu.Sentence([pair.Gold], pair.Prediction));

    [Benchmark]
    public double Rouge2() => Sum(static pair => Rouge.N(pair.Gold, pair.Prediction, 2).F1);

    [Benchmark]
    public double CharacterF() => Sum(static pair => ChrF.Sentence([pair.Gold], pair.Prediction));

    private T Sum<T>(Func<(string Gold, string Prediction), T> score) where T : System.Numerics.INumber<T> =>
        _pairs.AsParallel().Select(score).Aggregate(T.Zero, static (sum, value) => sum + value);
}
