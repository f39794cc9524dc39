using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Benchmarks;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Reports;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Runs;
using Assay.Evaluation.Benchmarks;
using Assay.Storage.Scenarios;

namespace Assay.Cli.Verbs;

/// <summary><c>assay bench run</c>: asks models the instances of scenarios and scores their answers.</summary>
internal sealed class BenchRunVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly RunOptions _runs = new();

    private readonly Argument<string[]> _specs = SpecArgument(ArgumentArity.ZeroOrMore);

    private readonly Option<string[]> _models = new("--model")
    {
        HelpName = "MODEL...",
        Description = "Models by their names in assay.yaml; recorded:FILE for completions that somebody saved (a folder has a file for each scenario, FILE#COLUMN "
            + "names the completion's column, NAME=recorded:FILE the model). Default: the only model there is.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _data = DataOption();

    private readonly Option<int> _repeats = StandardOptions.Repeats();

    private readonly Option<ulong?> _sample = OptionFactory.NumberOrNone<ulong>(
        "--sample", "SEED", "Draw the instances of --limit at random under this seed. Default: the first ones.",
        "takes a whole number that is not negative", static _ => null);

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of the examples that are drawn, and of perturbations.");

    private readonly Option<bool> _reparse = new("--reparse")
    {
        Description = "Read the answers of the run again from its completions, without a call; by the files of SPEC where they are given, else by the run's own. Default: off.",
    };

    private BenchRunVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        BenchRunVerb verb = new(terminal, time);
        VerbCommand command = new("run", "Runs scenarios on models.")
        {
            Details = "Asks every model every instance, reads the answers, scores them and prints the table. The same command on the same folder goes on with it, and "
                + "asks nothing again that was answered. Ctrl-C finishes what is in flight.",
            Examples =
            [
                new Example("A scenario file on a model of assay.yaml", "assay bench run my.yaml --model llama --run runs/my"),
                new Example("Read the answers again by a file that was put right", "assay bench run my.yaml --reparse --run runs/my"),
                new Example("A task of BIG-Bench Hard, scored from recorded completions", "assay bench run bbh/cot/navigate --data tasks --model recorded:navigate.json --run runs/navigate"),
            ],
        };
        command.Arguments.Add(verb._specs);
        verb._runs.AddTo(command, [verb._models, verb._data, verb._repeats, verb._sample, verb._seed, verb._reparse]);
        command.Validators.Add(verb.CheckNeeded);
        command.SetAction(verb.RunAsync);
        return command;
    }

    /// <summary>Scenario files and definitions.</summary>
    internal static Argument<string[]> SpecArgument(ArgumentArity many)
    {
        Argument<string[]> specs = new("SPEC")
        {
            Description = "Scenario files (YAML), or definitions that Assay carries, with /TASK for one task ('assay bench list').",
            Arity = many,
        };
        specs.CompletionSources.Add([.. ScenarioFile.EmbeddedNames]);
        return specs;
    }

    /// <summary>The folder of the data.</summary>
    internal static Option<string?> DataOption() => OptionFactory.Text(
        "--data", "DIR", "The folder of the data files. Default: that of each scenario file, the working folder for definitions that Assay carries.");

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        RunRequest request = _runs.Read(parse, _terminal.Surroundings.WorkingFolder);
        PeopleNotes notes = new(_terminal, request.Quiet);
        if (parse.GetValue(_reparse)) return await new ReparseBenchmark(_terminal, notes).RunAsync(request, parse.GetValue(_specs) ?? [], cancellation);
        ModelChoice models = await ModelChoice.ReadAsync(
            parse.GetValue(_models) ?? [], () => new ModelSource(request.Config, _terminal.Surroundings, _time, notes.Note), cancellation);
        BenchmarkRequest benchmark = new(
            parse.GetRequiredValue(_specs), parse.GetValue(_data), request.Limit, parse.GetValue(_sample), parse.GetValue(_seed), parse.GetValue(_repeats))
        {
            NeedsExamples = !models.Asked.IsEmpty,
        };
        BenchmarkPlan plan = await BenchmarkLoader.LoadAsync(benchmark, models.Recorded, cancellation);
        RunDescription asked = new()
        {
            Kind = RunKind.Benchmark,
            AssayVersion = RunStart.AssayVersion,
            RuntimeVersion = Environment.Version.ToString(),
            Began = _time.GetUtcNow(),
            Seed = benchmark.Seed,
            Inputs = plan.Inputs,
            Models = models.Asked,
            Recorded = models.Recorded,
            Scenarios = plan.Sources,
            Repeats = benchmark.Repeats,
            Limit = request.Limit,
            SampleSeed = benchmark.SampleSeed,
        };
        foreach (string note in plan.Notes) notes.Note(note);
        if (request.IsDryRun) return await ForecastAsync(request, asked, plan, cancellation);
        return await new RunBenchmark(_terminal, _time, notes).RunAsync(request, asked, plan, cancellation);
    }

    private async Task<int> ForecastAsync(RunRequest request, RunDescription asked, BenchmarkPlan plan, CancellationToken cancellation)
    {
        using RunForecast forecast = RunForecast.Open(request, asked, _time);
        BenchmarkForecast counted = await BenchmarkForecast.OfAsync(
            plan.Scenarios, RunBenchmark.OptionsOf(asked, request), forecast.Sources, RunBenchmark.ScorersOf(asked), cancellation);
        ForecastReport.Write(counted, _terminal.Out);
        return ExitCode.Done;
    }

    private void CheckNeeded(CommandResult result)
    {
        bool reparses = result.GetResult(_reparse) is { Implicit: false };
        if (!reparses && result.GetResult(_specs) is not { Tokens.Count: > 0 }) result.AddError(
            "SPEC is missing: name a scenario file, or a definition of 'assay bench list'");
        if (reparses && result.GetResult(_models) is { Implicit: false }) result.AddError(
            "--model has no place beside --reparse, which reads the run's own completions");
        if (result.GetResult(_sample) is { Implicit: false } && !result.Children.Any(static child => child is OptionResult { Option.Name: "--limit" }))
            result.AddError("--sample draws the instances of --limit: give --limit too");
    }
}
