using System.Collections.Immutable;
using System.Globalization;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;
using Assay.Reporting.Tables;
using Assay.Storage.Runs;
using Assay.Storage.Scenarios;

namespace Assay.Cli.Benchmarks;

/// <summary>Reads the answers of a run again from its completions: <c>assay bench run --reparse</c>.</summary>
internal sealed class ReparseBenchmark(CommandTerminal terminal, PeopleNotes notes)
{
    /// <summary>Reads them again, and writes the run's table anew.</summary>
    /// <param name="request">The run.</param>
    /// <param name="specs">Scenario files that replace the run's own for scenarios of the same names; empty: the run's own, read by this version.</param>
    /// <param name="cancellation">Stops; what was read again stays so.</param>
    /// <exception cref="InputException">There is no such run, or it does not ask the scenarios of a file.</exception>
    public async Task<int> RunAsync(RunRequest request, IReadOnlyList<string> specs, CancellationToken cancellation)
    {
        using RunFolder run = RunFolder.Open(request.Run);
        IReadOnlyList<Scenario> own = BenchmarkFolder.Scenarios(run);
        ImmutableArray<ScenarioSource> sources = Replaced(run, BenchmarkLoader.ReadSpecs(specs));
        Dictionary<string, Scenario> scenarios = sources.SelectMany(ScenarioFile.Read).ToDictionary(static scenario => scenario.Name, StringComparer.Ordinal);
        HashSet<string> stripsThinking = [.. run.Description.Models.Where(static model => model.StripThinking).Select(static model => model.Name)];
        ReparsedInstances reparsed = await BenchmarkReparse.RunAsync(scenarios, stripsThinking, run, cancellation);
        if (specs.Count > 0) run.Replace(sources);
        BenchmarkTable table = await RunBenchmark.WriteTableAsync(run, cancellation);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reparsed.Instances} instances of {own.Count} scenarios read again, {reparsed.Changed} of them changed"));
        terminal.Out.WriteLine();
        ResultWriter.WriteTable(console => BenchmarkTableText.Write(table, console), null, terminal);
        notes.Written(Path.Combine(request.Run, RunFiles.Results));
        return ExitCode.Done;
    }

    private static ImmutableArray<ScenarioSource> Replaced(RunFolder run, IReadOnlyList<ReadScenarios> read)
    {
        List<ScenarioSource> sources = [.. run.Description.Scenarios];
        foreach (ReadScenarios file in read)
        {
            string[] names = [.. file.Scenarios.Select(static scenario => scenario.Name)];
            int place = sources.FindIndex(source => source.Scenarios.All(name => names.Contains(name, StringComparer.Ordinal)));
            if (place < 0) throw new InputException($"{run.Path} does not ask the scenarios of {file.Source.Name}: it asks {string.Join(", ", sources.SelectMany(static source => source.Scenarios).Take(5))}.");
            sources[place] = file.Source with { Scenarios = sources[place].Scenarios };
        }
        return [.. sources];
    }
}
