using System.CommandLine;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Audits.Calibration;
using Assay.Core.Errors;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Plots;
using Assay.Reporting.Tables;
using Assay.Storage.Confidences;

namespace Assay.Cli.Verbs;

/// <summary><c>assay audit calibration</c>: whether answers of confidence c are right with probability c.</summary>
internal sealed class AuditCalibrationVerb
{
    private readonly CommandTerminal _terminal;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "Answers with confidence and outcome: CSV with a header, a JSON array of objects or JSON Lines; plain or .gz.",
    };

    private readonly Option<string?> _confidenceColumn = OptionFactory.Text(
        "--confidence-column", "NAME", "The column of the confidence: a number, a percentage (\"30 %\") or words (\"almost certain\"). Default: confidence.");

    private readonly Option<string?> _correctColumn = OptionFactory.Text(
        "--correct-column", "NAME", "The column that says whether the answer is right: true, false, 1 or 0. Default: correct.");

    private readonly Option<double> _scale = OptionFactory.Number(
        "--scale", "The number that stands for certainty, such as 100 for percent.", 1.0,
        "takes a positive number", static scale => scale > 0 && double.IsFinite(scale) ? null : "takes a positive number");

    private readonly Option<string?> _phrases = OptionFactory.Text(
        "--phrases", "FILE.csv", "A table of phrases for confidences in words: columns phrase and probability. Default: that of docs/calibration-audit.md.");

    private readonly Option<int> _bins = OptionFactory.Number(
        "--bins", "Bins that confidences are cut into.", 10, "takes a whole number from 1 to 1000",
        static bins => bins is >= 1 and <= 1000 ? null : "takes a whole number from 1 to 1000");

    private readonly Option<int> _simulations = OptionFactory.Number(
        "--simulations", "Sets of outcomes drawn for the null band.", 1000, "takes a whole number from 1 to 1000000",
        static simulations => simulations is >= 1 and <= 1_000_000 ? null : "takes a whole number from 1 to 1000000");

    private readonly Option<double> _split = OptionFactory.Number(
        "--split", "Share of the answers that recalibration is fitted on; the others judge it.", 0.5,
        "takes a number strictly between 0 and 1", static share => share is > 0 and < 1 ? null : "takes a number strictly between 0 and 1");

    private readonly Option<ulong> _seed = OptionFactory.Number<ulong>(
        "--seed", "Seed of the null band and the split.", 0, "takes a whole number that is not negative", static _ => null);

    private readonly Option<double> _confidence = OptionFactory.Number(
        "--confidence", "Level of all intervals, strictly between 0 and 1.", 0.95, Confidence.Wanted, Confidence.Problem);

    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result; csv holds the reliability diagram.", OutputFormat.Table,
        ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv));

    private readonly Option<string?> _plot = OptionFactory.Text("--plot", "FILE.svg", "Draw the reliability diagram here, as SVG. Default: no plot.");

    private readonly Option<string?> _output = OptionFactory.Text(
        "--output", "FILE", "Write the result here, whole or not at all. Default: standard output.", "-o");

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Nothing on standard error but errors. Default: off." };

    private AuditCalibrationVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        AuditCalibrationVerb verb = new(terminal);
        VerbCommand command = new("calibration", "Measures whether confidences say how often answers are right.")
        {
            Details = "Gives the calibration error with and without the bias of noise, Brier score, log loss, discrimination and selective accuracy, each with its "
                + "interval or the reason it has none, and what recalibration by temperature, Platt's line and isotonic steps does to answers it was not fitted on.",
            Examples =
            [
                new Example("Confidences from 0 to 1", "assay audit calibration answers.csv --plot reliability.svg"),
                new Example("In percent, under other names", "assay audit calibration answers.jsonl --confidence-column sure --correct-column right --scale 100"),
                new Example("In words, by a table of one's own", "assay audit calibration answers.csv --confidence-column said --phrases phrases.csv"),
            ],
        };
        command.Arguments.Add(verb._file);
        command.AddGroup("What is read", [verb._confidenceColumn, verb._correctColumn, verb._scale, verb._phrases]);
        command.AddGroup("What is computed", [verb._bins, verb._simulations, verb._split, verb._seed, verb._confidence]);
        command.AddGroup("What is written", [verb._format, verb._plot, verb._output, verb._quiet]);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string file = parse.GetRequiredValue(_file);
        (string? output, string? plotPath) = (parse.GetValue(_output), parse.GetValue(_plot));
        ResultWriter.Check("--output", output);
        ResultWriter.CheckPlot(plotPath, output);
        foreach ((string option, string? written) in new[] { ("--output", output), ("--plot", plotPath) })
        {
            if (written is not null && Path.GetFullPath(written) == Path.GetFullPath(file))
                throw new InputException($"{option} {written} is the input; name another file.");
        }
        CalibrationReport report = CalibrationAudit.Run(ConfidenceFile.Read(file, Columns(parse), cancellation), Options(parse), cancellation);
        OutputFormat format = parse.GetValue(_format);
        string? plot = plotPath is null ? null : CalibrationPlot.Render(report);
        if (format == OutputFormat.Table) ResultWriter.WriteTable(console => CalibrationTable.Write(report, console), output, _terminal);
        else ResultWriter.WriteText(format == OutputFormat.Json ? ContractJson.Render(report) : CalibrationCsv.Render(report), output, _terminal);
        if (plotPath is not null) ResultWriter.WriteText(plot!, plotPath, _terminal);
        PeopleNotes notes = new(_terminal, parse.GetValue(_quiet));
        if (format != OutputFormat.Table)
        {
            foreach (string note in report.Notes) notes.Note(note);
        }
        notes.Written(output, plotPath);
        return ExitCode.Done;
    }

    private ConfidenceColumns Columns(ParseResult parse) => new(
        parse.GetValue(_confidenceColumn) ?? "confidence", parse.GetValue(_correctColumn) ?? "correct", parse.GetValue(_scale),
        parse.GetValue(_phrases) is string phrases ? PhraseFile.Read(phrases) : ConfidencePhrases.Usual);

    private CalibrationOptions Options(ParseResult parse) => new()
    {
        Bins = parse.GetValue(_bins),
        FittingShare = parse.GetValue(_split),
        Simulations = parse.GetValue(_simulations),
        Seed = parse.GetValue(_seed),
        Confidence = parse.GetValue(_confidence),
    };
}
