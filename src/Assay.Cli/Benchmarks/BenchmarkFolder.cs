using Assay.Core.Errors;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Storage.Runs;
using Assay.Storage.Scenarios;

namespace Assay.Cli.Benchmarks;

/// <summary>Makes tables of what run folders hold.</summary>
internal static class BenchmarkFolder
{
    /// <summary>The runs that a folder is or holds.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IReadOnlyList<string> Find(string folder) => RunFiles.Find(folder) is { Count: > 0 } found
        ? found
        : throw new InputException($"{folder} is no run and holds none; name the folder of 'assay bench run'.");

    /// <summary>The scenarios of a run.</summary>
    /// <exception cref="InputException">It is no benchmark.</exception>
    public static IReadOnlyList<Scenario> Scenarios(RunFolder run) => run.Description.Kind == RunKind.Benchmark
        ? [.. run.Description.Scenarios.SelectMany(ScenarioFile.Read)]
        : throw new InputException($"{run.Path} is no benchmark but a run of another kind; name the folder of 'assay bench run'.");

    /// <summary>The models of a run, in the order of results.</summary>
    public static IEnumerable<string> Models(RunDescription description) =>
        description.Models.Select(static model => model.Name).Concat(description.Recorded.Select(static model => model.Name));

    /// <summary>The table of one run.</summary>
    public static async Task<BenchmarkTable> TableAsync(RunFolder run, BenchmarkTableOptions options, CancellationToken cancellation)
    {
        BenchmarkData data = await ReadAsync([run], cancellation);
        return BenchmarkTableBuilder.Build(data.Scenarios, data.Models, data.Instances, options, cancellation);
    }

    /// <summary>What the runs hold that folders are or hold.</summary>
    /// <exception cref="InputException">There is none, one is no benchmark, or two answer one scenario by one model.</exception>
    public static async Task<BenchmarkData> ReadAsync(IEnumerable<string> folders, CancellationToken cancellation)
    {
        List<RunFolder> runs = [];
        try
        {
            foreach (string folder in folders.SelectMany(Find)) runs.Add(RunFolder.OpenToRead(folder));
            return await ReadAsync(runs, cancellation);
        }
        finally
        {
            foreach (RunFolder run in runs) run.Dispose();
        }
    }

    /// <summary>What several runs hold.</summary>
    /// <exception cref="InputException">A run is no benchmark, or two answer one scenario by one model.</exception>
    public static async Task<BenchmarkData> ReadAsync(IReadOnlyList<RunFolder> runs, CancellationToken cancellation)
    {
        Dictionary<string, Scenario> scenarios = new(StringComparer.Ordinal);
        Dictionary<(string Scenario, string Model), string> from = [];
        List<string> models = [];
        List<ScoredInstance> instances = [];
        foreach (RunFolder run in runs)
        {
            foreach (Scenario scenario in Scenarios(run)) scenarios[scenario.Name] = scenario;
            models.AddRange(Models(run.Description).Where(model => !models.Contains(model, StringComparer.Ordinal)));
            await foreach (ScoredInstance instance in run.ReadInstancesAsync(cancellation))
            {
                if (from.TryAdd((instance.Scenario, instance.Model), run.Path) || from[(instance.Scenario, instance.Model)] == run.Path) instances.Add(instance);
                else
                {
                    throw new InputException(
                        $"{run.Path} and {from[(instance.Scenario, instance.Model)]} both have answers of {instance.Model} to {instance.Scenario}; name one of them.");
                }
            }
        }
        return new BenchmarkData([.. scenarios.Values], models, instances);
    }
}

/// <summary>What runs hold.</summary>
internal sealed record BenchmarkData(IReadOnlyList<Scenario> Scenarios, IReadOnlyList<string> Models, IReadOnlyList<ScoredInstance> Instances);
