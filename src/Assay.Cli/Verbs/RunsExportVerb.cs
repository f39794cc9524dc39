using System.CommandLine;
using System.Text;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Runs;
using Assay.Reporting.Documents;
using Assay.Storage.Annotations;
using Assay.Storage.Exports;
using Assay.Storage.Files;
using Assay.Storage.Outputs;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs export</c>: a run for other programs, as far as it has come.</summary>
internal sealed class RunsExportVerb
{
    private readonly CommandTerminal _terminal;
    private readonly Argument<string> _folder = RunArgument.Create();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "The file, written whole or not at all; /dev/stdout is standard output.",
        Required = true,
    };

    private readonly Option<ExportFormat?> _format = OptionFactory.ChoiceWithoutDefault<ExportFormat?>(
        "--format",
        "AlpacaEval's JSON; CSV, a row for every item; or JSON Lines, a line for every call. "
            + "Default: csv or jsonl where the file's name ends so, else alpaca-eval.",
        ("alpaca-eval", ExportFormat.AlpacaEval),
        ("csv", ExportFormat.Csv),
        ("jsonl", ExportFormat.JsonLines));

    private RunsExportVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        RunsExportVerb verb = new(terminal);
        VerbCommand command = new("export", "Writes what a run has so far for other programs.")
        {
            Details = "AlpacaEval's form is annotations of a run of judgements and model_outputs of a run of outputs; a run that has come to its end has that "
                + "file already. CSV has one row for every item, with its texts. JSON Lines has one line for every call, with its item, its answer and the "
                + "verdict read from it.",
            Examples =
            [
                new Example("The annotations so far", "assay runs export runs/a --output annotations.json"),
                new Example("The items for a spreadsheet", "assay runs export runs/a --output items.csv"),
                new Example("Every call", "assay runs export runs/a --output calls.jsonl"),
            ],
        };
        command.Arguments.Add(verb._folder);
        command.AddGroup("What is written", [verb._output, verb._format]);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string path = parse.GetRequiredValue(_output)!;
        ResultWriter.Check("--output", path);
        using RunFolder run = RunFolder.OpenToRead(parse.GetRequiredValue(_folder));
        if (run.Description.Kind == RunKind.Benchmark)
            throw new InputException($"{run.Path} is a benchmark, which AlpacaEval's form cannot hold; 'assay bench table --format csv' writes its figures.");
        bool isJudging = run.Description.Kind == RunKind.Judge;
        string written = (parse.GetValue(_format) ?? FormatOf(path)) switch
        {
            ExportFormat.Csv => $"{WriteCsv(path, run, isJudging, cancellation)} items",
            ExportFormat.JsonLines => $"{CallExport.Write(path, run, cancellation)} calls",
            _ => $"{(isJudging ? AnnotationWriter.Write(path, run, cancellation) : ModelOutputWriter.Write(path, run, cancellation))} rows",
        };
        _terminal.Error.WriteLine(OneLine.Of($"wrote {path} with {written}"));
        return ExitCode.Done;
    }

    private static ExportFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => ExportFormat.Csv,
        ".JSONL" => ExportFormat.JsonLines,
        _ => ExportFormat.AlpacaEval,
    };

    private static int WriteCsv(string path, RunFolder run, bool isJudging, CancellationToken cancellation)
    {
        int items = 0;
        WholeFile.Write(path, stream =>
        {
            using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            items = isJudging
                ? ItemCsv.Write(text, run.ReadItemsByIdentityAsync(cancellation).ToBlockingEnumerable(cancellation), cancellation)
                : ItemCsv.Write(text, run.ReadOutputsByIdentityAsync(cancellation).ToBlockingEnumerable(cancellation), cancellation);
        });
        return items;
    }
}
