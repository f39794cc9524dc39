using System.CommandLine;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Reports;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Models;
using Assay.Core.Outputs;
using Assay.Core.Runs;
using Assay.Evaluation.Forecast;
using Assay.Evaluation.Runs;
using Assay.Storage.Outputs;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay generate</c>: asks a model for outputs to instructions.</summary>
internal sealed class GenerateVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly RunOptions _runs = new();

    private readonly Option<string?> _instructions = new("--instructions")
    {
        HelpName = "FILE",
        Description = "JSON or JSON Lines with a field instruction, plain or .gz; a file of outputs is one too.",
        Required = true,
    };

    private readonly Option<string?> _model = OptionFactory.Text(
        "--model", "MODEL", "The model, by its name in assay.yaml. Default: the only one there is.");

    private GenerateVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        GenerateVerb verb = new(terminal, time);
        VerbCommand command = new("generate", "Asks a model for outputs to instructions.")
        {
            Details = "Writes model_outputs.json in AlpacaEval's form into the folder of the run. The same command on the same folder goes on with it, and "
                + "asks nothing again that was answered.",
            Examples =
            [
                new Example("Ask a model of assay.yaml", "assay generate --instructions instructions.json --model llama --run runs/llama"),
                new Example("What would it cost?", "assay generate --instructions instructions.json --model llama --run runs/llama --dry-run"),
                new Example("Ask for ten, and spend no more than a dollar", "assay generate --instructions instructions.json --run runs/try --limit 10 --max-cost 1"),
            ],
        };
        verb._runs.AddTo(command, [verb._instructions, verb._model]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        RunRequest request = _runs.Read(parse, _terminal.Surroundings.WorkingFolder);
        string path = parse.GetRequiredValue(_instructions)!;
        PeopleNotes notes = new(_terminal, request.Quiet);
        ModelSource models = new(request.Config, _terminal.Surroundings, _time, notes.Note);
        ModelSpecification model = await models.FindAsync(parse.GetValue(_model), cancellation);

        RowCount rows = new();
        int count = await Limited(rows.Of(InstructionFile.ReadAsync(path, cancellation)), null).CountAsync(cancellation);
        RunDescription asked = new()
        {
            Kind = RunKind.Generate,
            AssayVersion = RunStart.AssayVersion,
            RuntimeVersion = Environment.Version.ToString(),
            Began = _time.GetUtcNow(),
            Seed = 0,
            Inputs = [.. (await InputFiles.DescribeAsync([("instructions", path)], cancellation)).Select(input => input with { Rows = rows.Rows })],
            Models = [model],
            Limit = request.Limit,
        };
        GenerateRunOptions options = new() { Generator = model.Name, Concurrency = request.Concurrency };
        if (request.IsDryRun)
        {
            using RunForecast forecast = RunForecast.Open(request, asked, _time);
            ForecastReport.Write(
                await GenerateForecast.OfAsync(options, forecast.Sources, Limited(InstructionFile.ReadAsync(path, cancellation), request.Limit), cancellation),
                _terminal.Out);
            return ExitCode.Done;
        }
        RunCalls calls = new(request, asked, _terminal, _time, notes);
        RunProgress session = await calls.WorkAsync(
            (ProgressStage.Generating, Math.Min(count, request.Limit ?? count)),
            async (run, clients, _, progress) =>
            {
                GenerateRun generate = new(options, clients.ByName[model.Name], run, _time);
                RunProgress ended = await generate.RunAsync(
                    Limited(InstructionFile.ReadAsync(path, CancellationToken.None), request.Limit), progress, drain: cancellation);
                if (!ended.IsComplete) return ended;
                ModelOutputWriter.Write(Path.Combine(request.Run, RunFiles.ModelOutputs), run, CancellationToken.None);
                int replaced =
                    await run.ReadOutputsAsync(CancellationToken.None).CountAsync(static output => output.ReplacedSurrogates > 0, CancellationToken.None);
                if (replaced > 0) notes.Note($"{replaced} outputs have text that is no valid Unicode; it was replaced by U+FFFD.");
                return ended;
            },
            cancellation);
        int exitCode = RunEnd.Report(session, request.Run, "outputs", _terminal, notes);
        if (session.IsComplete)
        {
            _terminal.Out.WriteLine(OneLine.Of($"{session.Ended + session.EndedBefore - session.Failed} outputs of {model.Name} to {path}"));
            _terminal.Out.WriteLine(SpendingText.Of(session.Spending));
            notes.Written(Path.Combine(request.Run, RunFiles.ModelOutputs));
        }
        return exitCode;
    }

    private static IAsyncEnumerable<InstructionRow> Limited(IAsyncEnumerable<InstructionRow> rows, int? limit) => limit is { } most ? rows.Take(most) : rows;
}
