using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Audits.Factuality;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Plots;
using Assay.Reporting.Tables;
using Assay.Storage.Claims;
using Assay.Storage.Files;

namespace Assay.Cli.Verbs;

/// <summary><c>assay audit factuality</c>: calibrates how sure a claim must be to be kept, and filters outputs by it.</summary>
internal sealed class AuditFactualityVerb
{
    private readonly CommandTerminal _terminal;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "Outputs split into claims: prompt and claims, each with scores and a label (JSON, or JSON Lines; plain or .gz).",
    };

    private readonly Option<string?> _score = OptionFactory.Text(
        "--score", "METHOD", "The score of a claim: its field METHOD-score, else METHOD; its noise is added. Needed but with --apply. Default: none.");

    private readonly Option<double?> _alpha = OptionFactory.NumberOrNone<double>(
        "--alpha", "A", "Probability with which a filtered output may be incorrect. Needed but with --apply. Default: none.",
        "takes a number strictly between 0 and 1", static alpha => alpha is > 0 and < 1 ? null : "takes a number strictly between 0 and 1");

    private readonly Option<double> _share = OptionFactory.Number(
        "--a", "The share of acceptable claims, above 0 and at most 1, that makes an output correct.", 1.0,
        "takes a number above 0 and at most 1", static share => share is > 0 and <= 1 ? null : "takes a number above 0 and at most 1");

    private readonly Option<string[]> _acceptable = new("--acceptable")
    {
        HelpName = "LABEL...",
        Description = $"Values of annotation that mean acceptable. Default: {string.Join(" ", ClaimFile.UsualAcceptable)}.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _leaveOneOut = new("--leave-one-out")
    {
        Description = "Check coverage: filter each output with the threshold of all others. Default: off.",
    };

    private readonly Option<double?> _split = OptionFactory.NumberOrNone<double>(
        "--split", "SHARE", "Check coverage: calibrate on this random share of the prompts, filter the rest. Default: off.",
        "takes a number strictly between 0 and 1", static share => share is > 0 and < 1 ? null : "takes a number strictly between 0 and 1");

    private readonly Option<ulong> _seed = OptionFactory.Number<ulong>(
        "--seed", "Seed of --split.", 0, "takes a whole number that is not negative", static _ => null);

    private readonly Option<double> _confidence = OptionFactory.Number(
        "--confidence", "Level of all intervals, strictly between 0 and 1.", 0.95, Confidence.Wanted, Confidence.Problem);

    private readonly Option<string?> _apply = OptionFactory.Text(
        "--apply", "REPORT.json",
        "Filter FILE with the threshold of this report (from --format json) and write what is left as JSON Lines. Default: off.");

    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result.", OutputFormat.Table, ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv));

    private readonly Option<string?> _plot = OptionFactory.Text(
        "--plot", "FILE.svg", "Draw coverage and removal by alpha here, as SVG. Default: no plot.");

    private readonly Option<string?> _output = OptionFactory.Text(
        "--output", "FILE", "Write the result here, whole or not at all. Default: standard output.", "-o");

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Nothing on standard error but errors. Default: off." };

    private AuditFactualityVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        AuditFactualityVerb verb = new(terminal);
        VerbCommand command = new("factuality", "Finds the score above which claims may be kept, with a guarantee.")
        {
            Details = "Conformal factuality (Mohri and Hashimoto 2024): from outputs whose claims people labelled, the threshold that leaves a new output "
                + "correct with probability 1 - alpha, however good the score is; a poor score removes more.",
            Examples =
            [
                new Example("A threshold and its coverage", "assay audit factuality claims.json --score frequency --alpha 0.2 --leave-one-out"),
                new Example("Keep the threshold", "assay audit factuality claims.json --score frequency --alpha 0.2 --format json -o threshold.json"),
                new Example("Filter new outputs", "assay audit factuality new.json --apply threshold.json > kept.jsonl"),
            ],
        };
        command.Arguments.Add(verb._file);
        command.AddGroup("What is guaranteed", [verb._score, verb._alpha, verb._share, verb._acceptable]);
        command.AddGroup("How it is checked", [verb._leaveOneOut, verb._split, verb._seed, verb._confidence]);
        command.AddGroup("Filtering", [verb._apply]);
        command.AddGroup("What is written", [verb._format, verb._plot, verb._output, verb._quiet]);
        command.Validators.Add(verb.CheckTogether);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string file = parse.GetRequiredValue(_file);
        ResultWriter.Check("--output", parse.GetValue(_output));
        if (parse.GetValue(_apply) is string report) Filter(file, report, parse, cancellation);
        else Calibrate(file, parse, cancellation);
        return ExitCode.Done;
    }

    private void Calibrate(string file, ParseResult parse, CancellationToken cancellation)
    {
        (string? output, string? plotPath) = (parse.GetValue(_output), parse.GetValue(_plot));
        ResultWriter.CheckPlot(plotPath, output);
        string score = parse.GetValue(_score)!;
        IReadOnlyList<PromptClaims> prompts = ClaimFile.Read(file, score, Acceptable(parse), needsLabels: true, cancellation);
        FactualityReport report = FactualityAudit.Run(prompts, score, Options(parse), cancellation);
        string? plot = plotPath is null ? null : FactualityPlot.Render(report);
        switch (parse.GetValue(_format))
        {
            case OutputFormat.Json:
                ResultWriter.WriteText(ContractJson.Render(report), output, _terminal);
                break;
            case OutputFormat.Csv:
                ResultWriter.WriteText(FactualityCsv.Render(report), output, _terminal);
                break;
            default:
                ResultWriter.WriteTable(console => FactualityTable.Write(report, console), output, _terminal);
                break;
        }
        if (plotPath is not null) ResultWriter.WriteText(plot!, plotPath, _terminal);
        PeopleNotes notes = new(_terminal, parse.GetValue(_quiet));
        if (parse.GetValue(_format) != OutputFormat.Table)
        {
            foreach (string note in report.Notes) notes.Note(note);
        }
        notes.Written(output, plotPath);
    }

    private void Filter(string file, string report, ParseResult parse, CancellationToken cancellation)
    {
        string? output = parse.GetValue(_output);
        FactualityThreshold threshold = ContractJson.ReadThreshold(TextFile.Read(report), report);
        IReadOnlyList<PromptClaims> prompts = ClaimFile.Read(file, threshold.Score, Acceptable(parse), needsLabels: false, cancellation);
        ResultWriter.WriteText(FilteredClaims.Render(prompts, threshold), output, _terminal);
        PeopleNotes notes = new(_terminal, parse.GetValue(_quiet));
        int claims = prompts.Sum(static prompt => prompt.Claims.Length), kept = prompts.Sum(prompt => prompt.Above(threshold.Value).Count());
        notes.Note($"kept {kept} of {claims} claims of {prompts.Count} outputs.");
        notes.Written(output);
    }

    private FactualityOptions Options(ParseResult parse) => new()
    {
        Alpha = parse.GetValue(_alpha)!.Value,
        AcceptableShare = parse.GetValue(_share),
        Check = parse.GetValue(_leaveOneOut) ? FactualityCheck.LeaveOneOut : parse.GetValue(_split) is null ? FactualityCheck.None : FactualityCheck.Split,
        CalibrationShare = parse.GetValue(_split) ?? 0.5,
        Seed = parse.GetValue(_seed),
        Confidence = parse.GetValue(_confidence),
    };

    private string[] Acceptable(ParseResult parse) => parse.GetValue(_acceptable) is { Length: > 0 } given ? given : [.. ClaimFile.UsualAcceptable];

    private void CheckTogether(CommandResult result)
    {
        bool applies = IsGiven(result, _apply);
        if (IsGiven(result, _leaveOneOut) && IsGiven(result, _split)) result.AddError("--leave-one-out and --split are two ways to check: choose one");
        foreach (Option option in new Option[] { _score, _alpha })
        {
            if (!applies && !IsGiven(result, option)) result.AddError($"{option.Name} is missing: name it, or filter with a stored threshold by --apply");
        }
        foreach (Option option in new Option[] { _score, _alpha, _share, _acceptable, _leaveOneOut, _split, _seed, _confidence, _format, _plot })
        {
            if (applies && IsGiven(result, option)) result.AddError($"{option.Name} has no place beside --apply, which filters as the report says");
        }
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
