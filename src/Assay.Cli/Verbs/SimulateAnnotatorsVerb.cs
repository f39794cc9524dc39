using System.CommandLine;
using Assay.Cli.Loading;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.JudgeEvaluations;
using Assay.Core.People;
using Assay.Core.Simulation;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Tables;
using Assay.Storage.Annotations;

namespace Assay.Cli.Verbs;

/// <summary><c>assay simulate annotators</c>: pools made of recorded judges, measured as people are.</summary>
internal sealed class SimulateAnnotatorsVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly HumanFileOptions _human = new();

    private readonly Option<string[]> _annotations = new("--annotations")
    {
        HelpName = "FILE...",
        Description = "Recorded judges, the members of the pools: AlpacaEval's or Assay's annotations, a run's folder, or a judge's file on PandaLM's test set.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<double[]> _flips = OptionFactory.Numbers(
        "--flip", "PERCENT...", "Probabilities with which a label is flipped; each makes a pool of every judge alone and, of several judges, one of all.",
        [0, 10, 25, 40], "takes probabilities in percent", static flip => flip is >= 0 and <= 100 ? null : "takes probabilities from 0 to 100 percent");

    private readonly Option<int?> _annotators = OptionFactory.NumberOrNone<int>(
        "--annotators", "N", "Simulated annotators for each pair. Default: as many as the most people on a pair.",
        "takes a whole number", static count => count is >= 1 and <= 1000 ? null : "takes a number from 1 to 1000");

    private readonly Option<double> _confidence = StandardOptions.ConfidenceLevel();

    private readonly Option<int> _bootstrap = StandardOptions.CorrelationResamples();

    private readonly Option<ulong> _seed = StandardOptions.Seed();

    private readonly ResultOptions _result = new(hasCsv: true);

    private readonly Option<ProgressKind> _progress = StandardOptions.Progress();

    private SimulateAnnotatorsVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        SimulateAnnotatorsVerb verb = new(terminal, time);
        VerbCommand command = new("annotators", "Makes pools of recorded judges with flipped labels, and measures them as people are.")
        {
            Details = "Gives the table of 'assay judges evaluate' with a row for each pool: its agreement with people, bias and variance, and whether it ranks models "
                + "as people do. Tune --flip until the pool's variance is people's. Judges are recorded once, with 'assay judge'; pools then cost no call.",
            Examples =
            [
                new Example(
                    "Two judges on PandaLM's test set",
                    "assay simulate annotators --human testset-v1.json --annotations gpt-3.5-turbo-testset-v1.json pandalm-7b-testset-v1.json"),
                new Example(
                    "A run's judge, as noisy as which flips?",
                    "assay simulate annotators --human people.json --annotations runs/monday --flip 15 20 25"),
            ],
        };
        command.AddGroup("What is read", [verb._annotations, .. verb._human.All]);
        command.AddGroup("The pools", [verb._flips, verb._annotators, verb._seed]);
        command.AddGroup("Uncertainty", [verb._confidence, verb._bootstrap]);
        verb._result.AddTo(command, verb._progress);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        ResultTarget target = _result.Read(parse, _terminal);
        JudgeEvaluationOptions options = new()
        {
            Confidence = parse.GetValue(_confidence),
            Replicates = parse.GetValue(_bootstrap),
            Seed = parse.GetValue(_seed),
        };

        JudgeEvaluation evaluation;
        using (ProgressDisplay progress = ProgressDisplay.Create(parse.GetValue(_progress), target.IsQuiet, _terminal, _time))
        {
            IReadOnlyList<string> annotations = AnnotationSearch.Find(parse.GetRequiredValue(_annotations));
            VerdictSet recorded = VerdictLoader.Load(parse.GetRequiredValue(_human.Human), annotations, _human.ReadColumns(parse), progress, cancellation);
            if (recorded.Judges.Count == 0)
                throw new InputException($"{string.Join(", ", annotations)} hold no judgement, so there is nobody to make a pool of.");
            progress.Begin(ProgressStage.Computing, 0);
            SimulatedPool[] pools =
                [.. SimulatedPools.Of(recorded, [.. parse.GetRequiredValue(_flips).Select(static flip => flip / 100)], parse.GetValue(_annotators))];
            evaluation = JudgeEvaluationBuilder.Build(SimulatedAnnotators.AddTo(recorded, pools, options.Seed), options, cancellation);
        }
        cancellation.ThrowIfCancellationRequested();

        target.Write(
            console => JudgeEvaluationTable.Write(evaluation, console), () => ContractJson.Render(evaluation), evaluation.Notes,
            () => JudgeEvaluationCsv.Render(evaluation));
        return ExitCode.Done;
    }
}
