using Assay.Core.LengthControl;
using Assay.Core.Simulation;
using BenchmarkDotNet.Attributes;

namespace Assay.PerformanceTests;

/// <summary>One model's length-controlled fit with cross-validation, as a leaderboard does it for every model and a bootstrap for every replicate.</summary>
public class LengthControlBenchmarks
{
    private LengthControlProblem _published = null!;
    private LengthControlProblem _minimal = null!;

    [GlobalSetup]
    public void Setup()
    {
        SimulatedWorld world = GeneratedAnnotations.World();
        LengthControlRow[] rows = world.Verdicts(GeneratedAnnotations.Model(3), 3).ToLengthControlRows();
        _published = new LengthControlProblem(LengthControlMethod.AlpacaEval2, rows, SimulatedCalibration.GamedRows(world, 100));
        _minimal = new LengthControlProblem(LengthControlMethod.Minimal, rows, []);
    }

    [Benchmark(Baseline = true)]
    public LengthControlFit? Minimal() => _minimal.Fit();

    [Benchmark]
    public LengthControlFit? Published() => _published.Fit();
}
