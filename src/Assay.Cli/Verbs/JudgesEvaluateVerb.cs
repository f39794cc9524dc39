using System.CommandLine;
using Assay.Cli.Loading;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.JudgeEvaluations;
using Assay.Core.People;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Plots;
using Assay.Reporting.Tables;
using Assay.Storage.Annotations;
using Assay.Storage.Configuration;

namespace Assay.Cli.Verbs;

/// <summary><c>assay judges evaluate</c>: measures judges against people.</summary>
internal sealed class JudgesEvaluateVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly HumanFileOptions _human = new();

    private readonly Option<string[]> _annotations = new("--annotations")
    {
        HelpName = "FILE...",
        Description = "Judges' annotations: AlpacaEval's or Assay's, a run's folder, or a judge's file on PandaLM's test set. "
            + "Default: people alone are measured.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _config = OptionFactory.Text(
        "--config", "FILE", "Where families says the family of each model and judge. Default: assay.yaml in the working folder, if it is there.");

    private readonly Option<double> _confidence = StandardOptions.ConfidenceLevel();

    private readonly Option<int> _bootstrap = StandardOptions.CorrelationResamples();

    private readonly Option<ulong> _seed = StandardOptions.Seed();

    private readonly ResultOptions _result = new(hasCsv: true, plot: "the agreement with its intervals");

    private readonly Option<ProgressKind> _progress = StandardOptions.Progress();

    private JudgesEvaluateVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        JudgesEvaluateVerb verb = new(terminal, time);
        VerbCommand command = new("evaluate", "Measures judges against people.")
        {
            Details = "Gives every judge, and people themselves, their agreement with people, bias, variance, kappas, accuracy, what they like, whether they "
                + "rank models alike, and what they cost; each with an interval over pairs.",
            Examples =
            [
                new Example(
                    "Two judges on PandaLM's test set",
                    "assay judges evaluate --human testset-v1.json --annotations gpt-3.5-turbo-testset-v1.json pandalm-7b-testset-v1.json"),
                new Example("A run's judge, with a plot", "assay judges evaluate --human crossannotations.json --annotations runs/monday --plot judges.svg"),
                new Example(
                    "People alone, from a table of their own",
                    "assay judges evaluate --human people.csv --columns item=article,annotator=who,preference=overall --values 1=writer,2=model,tie=equal"),
            ],
        };
        command.AddGroup("What is read", [verb._annotations, .. verb._human.All, verb._config]);
        command.AddGroup("What is computed", [verb._confidence, verb._bootstrap, verb._seed]);
        verb._result.AddTo(command, verb._progress);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ResultTarget target = _result.Read(parse, _terminal);
        IReadOnlyList<string> annotations = AnnotationSearch.Find(parse.GetValue(_annotations) ?? []);
        JudgeEvaluationOptions options = new()
        {
            Confidence = parse.GetValue(_confidence),
            Replicates = parse.GetValue(_bootstrap),
            Seed = parse.GetValue(_seed),
            Families = Families(parse.GetValue(_config)),
            RunCosts = await RunCosts.ReadAsync(annotations, cancellation),
        };

        JudgeEvaluation evaluation;
        using (ProgressDisplay progress = ProgressDisplay.Create(parse.GetValue(_progress), target.IsQuiet, _terminal, _time))
        {
            VerdictSet set = VerdictLoader.Load(parse.GetRequiredValue(_human.Human), annotations, _human.ReadColumns(parse), progress, cancellation);
            progress.Begin(ProgressStage.Computing, 0);
            evaluation = JudgeEvaluationBuilder.Build(set, options, cancellation);
        }
        cancellation.ThrowIfCancellationRequested();

        target.Write(
            console => JudgeEvaluationTable.Write(evaluation, console), () => ContractJson.Render(evaluation), evaluation.Notes,
            () => JudgeEvaluationCsv.Render(evaluation), () => JudgeEvaluationPlot.Render(evaluation));
        return ExitCode.Done;
    }

    private IReadOnlyDictionary<string, string> Families(string? configPath)
    {
        string path = configPath ?? Path.Combine(_terminal.Surroundings.WorkingFolder, ModelFile.DefaultName);
        return configPath is not null || File.Exists(path) ? FamilyFile.Read(path) : new Dictionary<string, string>();
    }
}
