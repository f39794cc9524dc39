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

    private readonly Option<double> _confidence = OptionFactory.Number(
        "--confidence", "Level of all intervals, strictly between 0 and 1.", 0.95, Confidence.Wanted, Confidence.Problem);

    private readonly Option<int> _bootstrap = OptionFactory.Number(
        "--bootstrap", "Resamples of the pairs behind the intervals of correlations.", 1000, "takes a whole number",
        static resamples => resamples >= 100 ? null : "takes at least 100 resamples");

    private readonly Option<ulong> _seed = OptionFactory.Number<ulong>(
        "--seed", "Seed of everything random: the same inputs and seed give the same numbers.",
        0, "takes a whole number that is not negative", static _ => null);

    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result.", OutputFormat.Table, ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv));

    private readonly Option<string?> _output = OptionFactory.Text(
        "--output", "FILE", "Write the result here, whole or not at all. Default: standard output.", "-o");

    private readonly Option<string?> _plot = OptionFactory.Text("--plot", "FILE.svg", "Draw the agreement with its intervals here, as SVG. Default: no plot.");

    private readonly Option<ProgressKind> _progress = OptionFactory.ChoiceWithoutDefault(
        "--progress", "Progress on standard error. Default: a bar on a terminal, nothing elsewhere.",
        ("plain", ProgressKind.Plain), ("json", ProgressKind.Json), ("none", ProgressKind.None));

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Nothing on standard error but errors. Default: off." };

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
        command.AddGroup("What is written", [verb._format, verb._output, verb._plot, verb._progress, verb._quiet]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        OutputFormat format = parse.GetValue(_format);
        string? outputPath = parse.GetValue(_output), plotPath = parse.GetValue(_plot);
        bool isQuiet = parse.GetValue(_quiet);
        ResultWriter.Check("--output", outputPath);
        ResultWriter.CheckPlot(plotPath, outputPath);
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
        using (ProgressDisplay progress = ProgressDisplay.Create(parse.GetValue(_progress), isQuiet, _terminal, _time))
        {
            VerdictSet set = VerdictLoader.Load(parse.GetRequiredValue(_human.Human), annotations, _human.ReadColumns(parse), progress, cancellation);
            progress.Begin(ProgressStage.Computing, 0);
            evaluation = JudgeEvaluationBuilder.Build(set, options, cancellation);
        }
        cancellation.ThrowIfCancellationRequested();

        string? plot = plotPath is null ? null : JudgeEvaluationPlot.Render(evaluation);
        Write(evaluation, format, outputPath);
        if (plot is not null) ResultWriter.WriteText(plot, plotPath, _terminal);
        PeopleNotes notes = new(_terminal, isQuiet);
        if (format != OutputFormat.Table)
        {
            foreach (string note in evaluation.Notes) notes.Note(note);
        }
        notes.Written(outputPath, plotPath);
        return ExitCode.Done;
    }

    private void Write(JudgeEvaluation evaluation, OutputFormat format, string? path)
    {
        if (format == OutputFormat.Table) ResultWriter.WriteTable(console => JudgeEvaluationTable.Write(evaluation, console), path, _terminal);
        else if (format == OutputFormat.Json) ResultWriter.WriteText(ContractJson.Render(evaluation), path, _terminal);
        else ResultWriter.WriteText(JudgeEvaluationCsv.Render(evaluation), path, _terminal);
    }

    private IReadOnlyDictionary<string, string> Families(string? configPath)
    {
        string path = configPath ?? Path.Combine(_terminal.Surroundings.WorkingFolder, ModelFile.DefaultName);
        return configPath is not null || File.Exists(path) ? FamilyFile.Read(path) : new Dictionary<string, string>();
    }
}
