using Assay.Core.Preferences;
using Assay.Storage.Annotations;
using BenchmarkDotNet.Attributes;

namespace Assay.PerformanceTests;

/// <summary>Reading one annotation file of 805 rows, against merely reading its bytes.</summary>
public class AnnotationReadingBenchmarks
{
    private string _path = "";

    [GlobalSetup]
    public void Setup()
    {
        _path = Path.GetTempFileName();
        File.WriteAllBytes(_path, GeneratedAnnotations.ToArray(3));
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    [Benchmark(Baseline = true)]
    public int Bytes() => File.ReadAllBytes(_path).Length;

    [Benchmark]
    public int Rows() => new AnnotationFileReader(new AnnotationVocabulary()).Read(_path, CancellationToken.None).Count;
}
