using System.CommandLine;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.Audits.Contamination;
using Assay.Evaluation.Audits;
using Assay.Reporting.Contracts;
using Assay.Reporting.Tables;
using Assay.Storage.Texts;

namespace Assay.Cli.Verbs;

/// <summary><c>assay audit contamination</c>: tests whether a model saw a test set in its published order.</summary>
internal sealed class AuditContaminationVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;

    private readonly Argument<string> _file = new("EXAMPLES")
    {
        Description = "The test set in its published order: a JSON array, JSON Lines, or a text file with an example a line; plain or .gz.",
    };

    private readonly Option<string> _model = new("--model")
    {
        HelpName = "MODEL",
        Description = "A model of assay.yaml whose endpoint scores given texts (kind: completions, with echo), or a file of 'assay lm train'.",
        Required = true,
    };

    private readonly Option<string?> _field = OptionFactory.Text("--field", "NAME", "The field of a JSON row that holds the example. Default: text.");

    private readonly Option<int> _permutations = OptionFactory.Number(
        "--permutations", "Random orders of each shard; the exact test gives no p-value below 1 over this and 1.", 99, "takes a whole number of at least 1",
        static number => number >= 1 ? null : "takes a whole number of at least 1");

    private readonly Option<int> _shards = OptionFactory.Number(
        "--shards", "Parts of the set, each scored as one context; at least two examples each.", 10, "takes a whole number of at least 1",
        static number => number >= 1 ? null : "takes a whole number of at least 1");

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of the permutations.");

    private readonly Option<int?> _concurrency = StandardOptions.Concurrency();

    private readonly Option<decimal?> _maxCost = StandardOptions.MaxCost(
        "Stop before the next call could pass this sum; the same command goes on from what is stored. Default: no limit.");

    private readonly Option<bool> _offline = StandardOptions.Offline();

    private readonly Option<string?> _store = OptionFactory.Text(
        "--store", "DIR", "The response store. Default: .assay/responses in the working folder.");

    private readonly Option<string?> _config = OptionFactory.Text("--config", "FILE", "The models. Default: assay.yaml in the working folder.");

    private readonly ResultOptions _result = new();

    private readonly Option<ProgressKind> _progress = StandardOptions.Progress();

    private AuditContaminationVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        AuditContaminationVerb verb = new(terminal, time);
        VerbCommand command = new("contamination", "Tests whether a model saw a test set in its published order.")
        {
            Details = "A model that never saw a set cannot prefer its published order, where that order is a random one (Oren et al. 2023). A small p-value "
                + "proves that it did; a large one proves nothing. Sorted and grouped sets are warned of.",
            Examples =
            [
                new Example("A model behind an endpoint", "assay audit contamination test.jsonl --field question --model llama --permutations 50"),
                new Example("Without a network", "assay audit contamination test.txt --model model.bin"),
            ],
        };
        command.Arguments.Add(verb._file);
        command.AddGroup("What is tested", [verb._model, verb._field, verb._permutations, verb._shards, verb._seed]);
        command.AddGroup("Calls and costs", [verb._concurrency, verb._maxCost, verb._offline]);
        command.AddGroup("Where things are", [verb._store, verb._config]);
        verb._result.AddTo(command, verb._progress);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ResultTarget target = _result.Read(parse, _terminal);
        IReadOnlyList<string> examples = ExampleFile.Read(parse.GetRequiredValue(_file), parse.GetValue(_field) ?? "text", cancellation);
        ContaminationOptions options = new()
        {
            Permutations = parse.GetValue(_permutations),
            Shards = parse.GetValue(_shards),
            Seed = parse.GetValue(_seed),
        };
        ContaminationReport report;
        using (ScorerSource source = await ScorerSource.OpenAsync(parse.GetRequiredValue(_model), Calls(parse), _terminal, _time, target.People.Note, cancellation))
        using (ProgressDisplay progress = ProgressDisplay.Create(parse.GetValue(_progress), target.IsQuiet, _terminal, _time))
        {
            progress.Begin(ProgressStage.Scoring, options.Shards * (options.Permutations + 1));
            report = await ContaminationAudit.RunAsync(examples, source.Scorer, options, source.Concurrency, progress.Advance, cancellation);
        }
        target.Write(console => ContaminationTable.Write(report, console), () => ContractJson.Render(report), report.Notes);
        return ExitCode.Done;
    }

    private ScoringCalls Calls(ParseResult parse) => new(
        parse.GetValue(_config), parse.GetValue(_store) ?? Path.Combine(_terminal.Surroundings.WorkingFolder, ".assay", "responses"),
        parse.GetValue(_concurrency), parse.GetValue(_maxCost), parse.GetValue(_offline));
}
