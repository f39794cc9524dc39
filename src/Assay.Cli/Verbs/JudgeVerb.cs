using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Reports;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Evaluation.Forecast;
using Assay.Evaluation.Runs;
using Assay.Statistics.Sequential;
using Assay.Storage.Configuration;

namespace Assay.Cli.Verbs;

/// <summary><c>assay judge</c>: has a judge compare outputs, and reads verdicts again from stored answers.</summary>
internal sealed class JudgeVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly RunOptions _runs = new();

    private readonly Option<string[]> _candidates = new("--candidate")
    {
        HelpName = "FILE...",
        Description = "Outputs under evaluation, in AlpacaEval's model_outputs form. Needed, except with --reparse. Default: none.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _baseline = OptionFactory.Text(
        "--baseline", "FILE", "The outputs they are compared with. Needed, except with --reparse. Default: none.");

    private readonly Option<string?> _judge = JudgeOption();

    private readonly Option<string?> _model = OptionFactory.Text(
        "--model", "MODEL", "The model of a judge that names none, by its name in assay.yaml. Default: the only one there is.");

    private readonly Option<OrderPolicy?> _order = OptionFactory.ChoiceWithoutDefault<OrderPolicy?>(
        "--order", "The order in which a pair is shown; with both the preference is the mean. Default: the judge's own, else both.",
        ("both", OrderPolicy.Both), ("random", OrderPolicy.Random), ("fixed", OrderPolicy.Fixed));

    private readonly Option<int> _repeats = StandardOptions.Repeats();

    private readonly Option<ulong?> _sample = OptionFactory.NumberOrNone<ulong>(
        "--sample", "SEED", "Draw the instructions of --limit at random under this seed. Default: the first ones.",
        "takes a whole number that is not negative", static _ => null);

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of random orders, pools and controls.");

    private readonly StoppingOptions _stopping = new();

    private readonly Option<bool> _reparse = new("--reparse")
    {
        Description = "Read the verdicts of the run again from its answers, without a call; with --judge as that judge reads them. Default: off.",
    };

    private JudgeVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        JudgeVerb verb = new(terminal, time);
        VerbCommand command = new("judge", "Has a judge compare outputs with those of a baseline.")
        {
            Details = "Writes annotations.json, which 'assay leaderboard' ranks, and results.json into the folder of the run. The same command on the same "
                + "folder goes on with it, and asks nothing again that was answered. Ctrl-C finishes what is in flight.",
            Examples =
            [
                new Example("Judge with a model of assay.yaml", "assay judge --candidate a.json --baseline b.json --judge soft --run runs/a"),
                new Example("What would it cost?", "assay judge --candidate a.json --baseline b.json --judge verdict --run runs/a --dry-run"),
                new Example("A control that needs no model", "assay judge --candidate a.json --baseline b.json --judge longest --run runs/longest"),
                new Example(
                    "No more than is needed to know whether it is worse",
                    "assay judge --candidate a.json --baseline b.json --judge soft --run runs/a --until-decided 50"),
                new Example("Read the verdicts again", "assay judge --reparse --run runs/a"),
            ],
        };
        verb._runs.AddTo(
            command,
            [verb._candidates, verb._baseline, verb._judge, verb._model, verb._order, verb._repeats, verb._sample, verb._seed, verb._reparse],
            new OptionGroup("When to stop", verb._stopping.All));
        command.Validators.Add(verb.CheckNeeded);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        RunRequest request = _runs.Read(parse, _terminal.Surroundings.WorkingFolder);
        return parse.GetValue(_reparse)
            ? new RunReparse(_terminal, _time).RunAsync(request, parse.GetValue(_judge), cancellation)
            : JudgeAsync(request, parse, cancellation);
    }

    private async Task<int> JudgeAsync(RunRequest request, ParseResult parse, CancellationToken cancellation)
    {
        PeopleNotes notes = new(_terminal, request.Quiet);
        ModelSource models = new(request.Config, _terminal.Surroundings, _time, notes.Note);
        ReadyJudge judge = await JudgeSource.ResolveAsync(parse.GetValue(_judge)!, parse.GetValue(_model), models, cancellation);
        ImmutableArray<RunInput> inputs = await InputFiles.DescribeAsync(
            [.. parse.GetRequiredValue(_candidates).Select(static path => ("candidate", path)), ("baseline", parse.GetValue(_baseline)!)], cancellation);
        RunDescription asked = new()
        {
            Kind = RunKind.Judge,
            AssayVersion = RunStart.AssayVersion,
            RuntimeVersion = Environment.Version.ToString(),
            Began = _time.GetUtcNow(),
            Seed = parse.GetValue(_seed),
            Inputs = inputs,
            Models = judge.Models,
            Judge = judge.Judge,
            Orders = parse.GetValue(_order) ?? judge.Judge.Orders ?? OrderPolicy.Both,
            Repeats = parse.GetValue(_repeats),
            Limit = request.Limit,
            SampleSeed = parse.GetValue(_sample),
        };
        StoppingRule? until = _stopping.Read(parse);
        RunJudging judging = new(_terminal, _time, notes);
        // Whether a run that may stop early has come to its end depends on the rule, so its items are looked at.
        bool mayBeFinished = until is null && !request.IsDryRun;
        if (mayBeFinished && await FinishedRun.ReadAsync(request.Run, asked, cancellation) is { } finished)
        {
            judging.ReportFinished(finished, asked, request.Run);
            return ExitCode.Done;
        }
        PairsToJudge pairs = await PairsToJudge.ReadAsync(inputs, request.Limit, asked.SampleSeed, cancellation);
        asked = asked with { Inputs = pairs.Inputs };
        JudgeRunOptions options = RunJudging.OptionsOf(asked) with { Concurrency = request.Concurrency, ConstantGenerators = pairs.Survey.ConstantGenerators };
        foreach ((string reason, int count) in pairs.Survey.Skipped) notes.Note($"{count} skipped: {reason}");
        if (request.IsDryRun)
        {
            if (until is not null) notes.Note($"This is for the full set; the run stops earlier where it can, {StoppingOptions.Words(until)}.");
            return await ForecastAsync(request, asked, options, pairs, cancellation);
        }
        return await judging.RunAsync(request, asked, options, pairs, until, cancellation);
    }

    private async Task<int> ForecastAsync(RunRequest request, RunDescription asked, JudgeRunOptions options, PairsToJudge pairs, CancellationToken cancellation)
    {
        using RunForecast forecast = RunForecast.Open(request, asked, _time);
        ForecastReport.Write(
            await JudgeForecast.OfAsync(options with { FenceSecret = await forecast.FenceSecretAsync(cancellation) }, forecast.Sources, pairs.Read(), cancellation),
            _terminal.Out);
        return ExitCode.Done;
    }

    private void CheckNeeded(CommandResult result)
    {
        bool reparses = result.GetResult(_reparse) is { Implicit: false };
        foreach (Option option in new Option[] { _candidates, _baseline, _judge })
        {
            bool isGiven = result.GetResult(option) is { Implicit: false };
            if (!reparses && !isGiven) result.AddError($"{option.Name} is missing: name it, or read a run's verdicts again with --reparse");
            if (reparses && isGiven && option != _judge) result.AddError($"{option.Name} has no place beside --reparse, which reads the run's own pairs");
        }
        _stopping.Check(result, reparses);
        if (result.GetResult(_sample) is { Implicit: false } && !result.Children.Any(static child => child is OptionResult { Option.Name: "--limit" }))
            result.AddError("--sample draws the instructions of --limit: give --limit too");
    }

    private static Option<string?> JudgeOption()
    {
        Option<string?> option = OptionFactory.Text(
            "--judge", "JUDGE", "A judge by name (soft, verdict, verdict-short; longest, shortest, first, random need no model), a YAML file, or a folder with "
            + "configs.yaml of AlpacaEval. Default: none.");
        option.CompletionSources.Add([.. JudgeFile.EmbeddedNames, .. JudgeFile.ControlNames]);
        return option;
    }
}
