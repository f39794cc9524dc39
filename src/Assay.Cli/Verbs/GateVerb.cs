using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Assay.Cli.Gates;
using Assay.Cli.Loading;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Reports;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Leaderboards;
using Assay.Core.Runs;
using Assay.Evaluation.Gate;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay gate</c>: decides conditions on a run, for CI.</summary>
internal sealed class GateVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;

    private readonly Option<string?> _run = new("--run") { HelpName = "DIR", Description = "The folder of a run of judgements.", Required = true };

    private readonly Option<string[]> _require = new("--require")
    {
        HelpName = "CONDITION",
        Description = "A condition such as \"win_rate > 45\", on win_rate, length_controlled_win_rate, parsed, flips (in percent) or cost (in US dollars). "
            + "May be given several times.",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _candidate = OptionFactory.Text("--candidate", "NAME", "The candidate, where the run has several. Default: the only one.");

    private readonly Option<double> _confidence = StandardOptions.ConfidenceLevel();

    private readonly Option<string[]> _report = new("--report")
    {
        HelpName = "FILE",
        Description = "Write the decisions here too: JUnit's XML where the name ends in .xml, Markdown where it ends in .md. May be given several times. Default: no file.",
        Arity = ArgumentArity.OneOrMore,
    };

    private GateVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        GateVerb verb = new(terminal, time);
        VerbCommand command = new("gate", "Decides conditions on a run, for CI.")
        {
            Details = "Exit code 0 where the whole interval satisfies every condition, 1 where the whole interval violates one, 3 where an interval straddles.",
            Examples =
            [
                new Example("Is the model good enough?", "assay gate --run runs/a --require \"win_rate > 45\""),
                new Example("With a report for CI", "assay gate --run runs/a --require \"win_rate > 45\" --require \"parsed >= 99\" --report gate.xml"),
            ],
        };
        command.AddGroup("What is decided", [verb._run, verb._require, verb._candidate, verb._confidence]);
        command.AddGroup("What is written", [verb._report]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ImmutableArray<GateCondition> conditions = [.. parse.GetRequiredValue(_require).Select(GateCondition.Parse)];
        string[] reports = parse.GetValue(_report) ?? [];
        foreach (string report in reports) GateReport.Check(report);
        using RunFolder run = RunFolder.OpenToRead(parse.GetRequiredValue(_run)!);
        if (run.Description.Kind != RunKind.Judge) throw new InputException($"{run.Path} is a run of outputs and has no verdicts; name a run of judgements.");
        if (!await RunState.IsFinishedAsync(run, cancellation))
            throw new InputException($"{run.Path} has not come to its end, so nothing can be decided on it; go on with it first.");

        double confidence = parse.GetValue(_confidence);
        JudgeRunSummary summary = await StoppedResults.ApplyAsync(await JudgeRunSummary.ReadAsync(run, confidence, cancellation), run, cancellation);
        RefuseOtherLevel(summary, confidence);
        string candidate = CandidateOf(summary, parse.GetValue(_candidate), run.Path);
        Estimate? lengthControlled = conditions.Any(static condition => condition.Field == GateField.LengthControlledWinRate)
            ? LengthControlled(run.Path, candidate, confidence, cancellation)
            : null;
        GateMeasures measures = GateMeasures.Of(summary, candidate, lengthControlled);
        ImmutableArray<GateResult> results = [.. conditions.Select(condition => condition.Decide(measures))];
        foreach (GateResult result in results) _terminal.Out.WriteLine(OneLine.Of($"{GateReport.Word(result.Decision)}: {result.Reason}"));
        foreach (string report in reports) GateReport.Write(report, candidate, results);
        new PeopleNotes(_terminal, quiet: false).Written(reports);
        return GateResult.Of(results) switch
        {
            GateDecision.Pass => ExitCode.Done,
            GateDecision.Violate => ExitCode.GateFailed,
            _ => ExitCode.Undecided,
        };
    }

    // A confidence sequence is of one level, that with which the run decided to stop.
    private static void RefuseOtherLevel(JudgeRunSummary summary, double confidence)
    {
        foreach (CandidateSummary candidate in summary.Candidates)
        {
            if (candidate.Stopped is not { Interval.Level: var level } || level == confidence) continue;
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The judging of {candidate.Candidate} stopped early with an interval at level {level}; leave --confidence out, or judge the full set."));
        }
    }

    private static string CandidateOf(JudgeRunSummary summary, string? wanted, string run)
    {
        string[] names = [.. summary.Candidates.Select(static candidate => candidate.Candidate)];
        if (wanted is null)
        {
            return names.Length == 1
                ? names[0]
                : throw new InputException(
                    names.Length == 0 ? $"{run} has no items." : $"{run} has several candidates ({string.Join(", ", names)}); name one with --candidate.");
        }
        if (names.Contains(wanted, StringComparer.Ordinal)) return wanted;
        string hint = NearestName.Hint(wanted, names);
        throw new InputException($"{run} has no candidate '{wanted}'{(hint.Length > 0 ? hint : $"; it has {string.Join(", ", names)}.")}");
    }

    private Estimate? LengthControlled(string run, string candidate, double confidence, CancellationToken cancellation)
    {
        using NoProgress progress = new(_time);
        Leaderboard leaderboard = LeaderboardBuilder.Build(
            AnnotationLoader.Load([Path.Combine(run, RunFiles.Annotations)], progress, cancellation), new LeaderboardOptions { Confidence = confidence }, cancellation);
        return leaderboard.Entries.FirstOrDefault(entry => entry.Model == candidate)?.LengthControlledWinRate;
    }
}
