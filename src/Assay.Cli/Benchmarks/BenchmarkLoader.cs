using System.Collections.Immutable;
using System.Globalization;
using Assay.Cli.Runs;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;
using Assay.Storage.Scenarios;

namespace Assay.Cli.Benchmarks;

/// <summary>Reads scenarios, their instances, examples and recorded completions, several scenarios at once.</summary>
internal static class BenchmarkLoader
{
    /// <summary>Reads the scenario files.</summary>
    /// <exception cref="InputException">A file is wrong, or two scenarios have one name.</exception>
    public static IReadOnlyList<ReadScenarios> ReadSpecs(IReadOnlyList<string> specs)
    {
        ReadScenarios[] read = [.. specs.Select(ScenarioFile.Read)];
        string? twice = read.SelectMany(static one => one.Scenarios).GroupBy(static scenario => scenario.Name, StringComparer.Ordinal)
            .FirstOrDefault(static group => group.Count() > 1)?.Key;
        return twice is null ? read : throw new InputException($"Two scenarios are called '{twice}'; name each once.");
    }

    /// <summary>Reads all that a benchmark asks.</summary>
    /// <exception cref="InputException">A file is missing or wrong; of several the first scenario's.</exception>
    public static async Task<BenchmarkPlan> LoadAsync(BenchmarkRequest request, IReadOnlyList<RecordedModel> recorded, CancellationToken cancellation)
    {
        IReadOnlyList<ReadScenarios> specs = ReadSpecs(request.Specs);
        (Scenario Scenario, string[] Folders)[] tasks =
        [
            .. specs.SelectMany(spec => spec.Scenarios.Select(scenario => (scenario, Folders(spec, request.Data)))),
        ];
        LoadedScenario?[] loaded = new LoadedScenario?[tasks.Length];
        InputException?[] errors = new InputException?[tasks.Length];
        Parallel.For(0, tasks.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            try
            {
                loaded[i] = LoadedScenario.Read(tasks[i].Scenario, tasks[i].Folders, request, recorded);
            }
            catch (InputException error)
            {
                errors[i] = error;
            }
        });
        if (errors.FirstOrDefault(static error => error is not null) is { } first) throw new InputException(first.Message, first);
        Dictionary<string, RecordedAnswers> answers =
            recorded.ToDictionary(static model => model.Name, static model => new RecordedAnswers(model.Name), StringComparer.Ordinal);
        List<string> notes = [.. Missing(loaded, recorded)];
        foreach (LoadedScenario scenario in loaded.OfType<LoadedScenario>())
        {
            foreach ((RecordedModel model, string file, IReadOnlyList<RecordedCompletion> completions) in scenario.Recorded)
            {
                RecordedFit fit = answers[model.Name].Add(scenario.Task.Scenario, scenario.Task.Instances, request.Repeats, file, completions);
                if (fit.Strange > 0 && request.Limit is null)
                    notes.Add(string.Create(CultureInfo.InvariantCulture, $"{file}: {fit.Strange} of {fit.Completions} completions are to no instance of {scenario.Task.Scenario.Name}."));
            }
        }
        LoadedFile[] files =
            [.. loaded.OfType<LoadedScenario>().SelectMany(static scenario => scenario.Files).DistinctBy(static file => (file.Role, file.Path))];
        ImmutableArray<RunInput> described = await InputFiles.DescribeAsync(files.Select(static file => (file.Role, file.Path)), cancellation);
        return new BenchmarkPlan
        {
            Sources = [.. specs.Select(static spec => spec.Source)],
            Scenarios = [.. loaded.OfType<LoadedScenario>().Select(static scenario => scenario.Task)],
            Recorded = answers,
            Inputs = [.. described.Zip(files, static (input, file) => input with { Rows = file.Rows })],
            Notes = notes,
        };
    }

    // One file short is a scenario that was not recorded; all short is the wrong folder.
    private static IEnumerable<string> Missing(LoadedScenario?[] loaded, IReadOnlyList<RecordedModel> recorded)
    {
        foreach (RecordedModel model in recorded)
        {
            string[] without = [.. loaded.OfType<LoadedScenario>().Where(scenario => !scenario.Recorded.Any(one => one.Model == model)).Select(static scenario => scenario.Task.Scenario.Name)];
            if (without.Length == loaded.Length)
            {
                throw new InputException(
                    $"{model.Path} has no file for {without[0]}{(without.Length > 1 ? " nor for any other scenario" : "")}: it is looked for by the end of the scenario's name, as "
                    + $"{without[0].Split('/')[^1]}.json, or by the name of its data file.");
            }
            if (without.Length > 0) yield return $"{model.Path} has no file for {string.Join(", ", without)}; their instances are skipped.";
        }
    }

    private static string[] Folders(ReadScenarios spec, string? data) =>
        data is not null ? [data] : spec.Folder is { } folder ? [folder] : ["."];

    /// <summary>The instances of <c>--limit</c>: the first ones, or those with the smallest random numbers of their identities.</summary>
    public static IReadOnlyList<Instance> Limited(IReadOnlyList<Instance> instances, int? limit, ulong? sampleSeed)
    {
        if (limit is not { } most || most >= instances.Count) return instances;
        if (sampleSeed is not { } seed) return [.. instances.Take(most)];
        HashSet<string> chosen =
        [
            .. instances.OrderBy(instance => ItemId.Of("sample", seed.ToString(CultureInfo.InvariantCulture), instance.Id).Value).Take(most).Select(static instance => instance.Id),
        ];
        return [.. instances.Where(instance => chosen.Contains(instance.Id))];
    }
}

/// <summary>A file that was read.</summary>
internal readonly record struct LoadedFile(string Role, string Path, int Rows);

/// <summary>One scenario with what its files hold.</summary>
internal sealed record LoadedScenario(
    ScenarioToRun Task, IReadOnlyList<(RecordedModel Model, string File, IReadOnlyList<RecordedCompletion> Completions)> Recorded, IReadOnlyList<LoadedFile> Files)
{
    /// <summary>Reads the files of a scenario.</summary>
    /// <exception cref="InputException">A file is missing or wrong.</exception>
    public static LoadedScenario Read(Scenario scenario, IReadOnlyList<string> folders, BenchmarkRequest request, IReadOnlyList<RecordedModel> recorded)
    {
        List<LoadedFile> inputs = [];
        string file = InstanceFile.Find(scenario.Data, folders, scenario.Source);
        IReadOnlyList<Instance> all = InstanceFile.Read(file, scenario.Data);
        inputs.Add(new LoadedFile("data", file, all.Count));
        IReadOnlyList<Instance> instances = BenchmarkLoader.Limited(all, request.Limit, request.SampleSeed);
        List<(RecordedModel, string, IReadOnlyList<RecordedCompletion>)> completions = [];
        foreach (RecordedModel model in recorded)
        {
            string? path = Directory.Exists(model.Path) ? RecordedFile.Find(model.Path, scenario.Name, file) : model.Path;
            if (path is null) continue;
            RecordedCompletion[] read = [.. RecordedFile.Read(path, model.Column, scenario.Data.Id)];
            inputs.Add(new LoadedFile("recorded", path, read.Length));
            completions.Add((model, path, read));
        }
        Instance[] asked =
        [
            .. instances,
            .. scenario.Perturbations.SelectMany(perturbation => instances.Select(instance => perturbation.Apply(instance, scenario.Name, request.Seed))),
        ];
        return new LoadedScenario(new ScenarioToRun(scenario, asked, Examples(scenario, all, instances, folders, request, inputs)), completions, inputs);
    }

    private static FewShotExamples? Examples(
        Scenario scenario, IReadOnlyList<Instance> all, IReadOnlyList<Instance> instances, IReadOnlyList<string> folders, BenchmarkRequest request, List<LoadedFile> inputs)
    {
        if (!request.NeedsExamples || scenario.FewShot is not { } fewShot) return null;
        IReadOnlyList<Instance> pool = all;
        if (fewShot.Data is { } data)
        {
            string file = InstanceFile.Find(data, folders, scenario.Source);
            pool = InstanceFile.Read(file, data);
            inputs.Add(new LoadedFile("examples", file, pool.Count));
        }
        return FewShotExamples.Choose(fewShot, pool, scenario.Name, instances, request.Seed);
    }
}
