using Assay.Core.JudgeEvaluations;
using Assay.Core.People;
using Assay.Storage.People;
using BenchmarkDotNet.Attributes;

namespace Assay.PerformanceTests;

/// <summary>A judge against 100,000 annotations by 50 people: reading them, and all figures with their intervals.</summary>
[MemoryDiagnoser]
public class JudgeEvaluationBenchmarks
{
    private string _folder = "";
    private VerdictSet _set = null!;

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("assay-verdicts-").FullName;
        GeneratedVerdicts.Write(_folder);
        _set = Read();
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public VerdictSet Read()
    {
        VerdictVocabulary vocabulary = new();
        VerdictFileReader reader = new(vocabulary, VerdictColumns.Usual);
        VerdictSetBuilder builder = new(vocabulary);
        builder.Add(reader.Read(Path.Combine(_folder, "people.json"), VerdictSource.People, CancellationToken.None), VerdictSource.People);
        builder.Add(reader.Read(Path.Combine(_folder, "judge.json"), VerdictSource.Judge, CancellationToken.None), VerdictSource.Judge);
        return builder.Build();
    }

    [Benchmark]
    public JudgeEvaluation Evaluate() => JudgeEvaluationBuilder.Build(_set, new JudgeEvaluationOptions(), CancellationToken.None);
}
