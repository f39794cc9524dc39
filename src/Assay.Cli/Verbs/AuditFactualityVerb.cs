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
        "--score", "METHOD", "The score of a claim: its field METHOD-score, else METHOD; its noise is added. Needed, except with --apply. Default: none.");

    private readonly Option<double?> _alpha = OptionFactory.NumberOrNone<double>(
        "--alpha", "A", "Probability with which a filtered output may be incorrect. Needed, except with --apply. Default: none.",
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

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of --split.");

    private readonly Option<double> _confidence = StandardOptions.ConfidenceLevel();

    private readonly Option<string?> _apply = OptionFactory.Text(
        "--apply", "REPORT.json",
        "Filter FILE with the threshold of this report (from --format json) and write what is left as JSON Lines. Default: off.");

    private readonly ResultOptions _result = new(hasCsv: true, plot: "coverage and removal by alpha");

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
        verb._result.AddTo(command);
        command.Validators.Add(verb.CheckTogether);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string file = parse.GetRequiredValue(_file);
        ResultTarget target = _result.Read(parse, _terminal);
        if (parse.GetValue(_apply) is string report) Filter(file, report, target, parse, cancellation);
        else Calibrate(file, target, parse, cancellation);
        return ExitCode.Done;
    }

    private void Calibrate(string file, ResultTarget target, ParseResult parse, CancellationToken cancellation)
    {
        string score = parse.GetValue(_score)!;
        IReadOnlyList<PromptClaims> prompts = ClaimFile.Read(file, score, Acceptable(parse), needsLabels: true, cancellation);
        FactualityReport report = FactualityAudit.Run(prompts, score, Options(parse), cancellation);
        target.Write(
            console => FactualityTable.Write(report, console), () => ContractJson.Render(report), report.Notes, () => FactualityCsv.Render(report),
            () => FactualityPlot.Render(report));
    }

    private void Filter(string file, string report, ResultTarget target, ParseResult parse, CancellationToken cancellation)
    {
        FactualityThreshold threshold = ContractJson.ReadThreshold(TextFile.Read(report), report);
        IReadOnlyList<PromptClaims> prompts = ClaimFile.Read(file, threshold.Score, Acceptable(parse), needsLabels: false, cancellation);
        ResultWriter.WriteText(FilteredClaims.Render(prompts, threshold), target.Path, _terminal);
        int claims = prompts.Sum(static prompt => prompt.Claims.Length), kept = prompts.Sum(prompt => prompt.Above(threshold.Value).Count());
        target.People.Note($"kept {kept} of {claims} claims of {prompts.Count} outputs.");
        target.People.Written(target.Path);
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
        foreach (Option option in (Option[])[_score, _alpha, _share, _acceptable, _leaveOneOut, _split, _seed, _confidence, .. _result.Forms])
        {
            if (applies && IsGiven(result, option)) result.AddError($"{option.Name} has no place beside --apply, which filters as the report says");
        }
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
