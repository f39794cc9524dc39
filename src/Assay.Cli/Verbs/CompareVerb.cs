using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Loading;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.Comparisons;
using Assay.Core.Leaderboards;
using Assay.Reporting.Contracts;
using Assay.Reporting.Tables;

namespace Assay.Cli.Verbs;

/// <summary><c>assay compare</c>: tests every pair of chosen models on the instructions both were judged on.</summary>
internal sealed class CompareVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly CommonOptions _common = new(", before --models");

    private readonly Option<string[]> _models = new("--models")
    {
        HelpName = "A B [C...]",
        Description = "The models, two at least, as the files name them (generator_2). PATH goes before it.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result.", OutputFormat.Table, ("table", OutputFormat.Table), ("json", OutputFormat.Json));

    private CompareVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        CompareVerb verb = new(terminal, time);
        VerbCommand command = new("compare", "Tests chosen models against each other, on the instructions they share.")
        {
            Details = "Gives each model the figures of a leaderboard, and every pair its differences with intervals, p-values (adjusted by Holm's method where there are several pairs) "
                + "and the smallest difference that this many items would have found.",
            Examples =
            [
                new Example("Compare two models", "assay compare samples --models steady brief"),
                new Example("Every pair of three, for a program", "assay compare annotations --models A B C --format json"),
            ],
        };
        verb._common.AddTo(command, [verb._models], [verb._format]);
        command.Validators.Add(verb.CheckModels);
        command.Validators.Add(verb.CheckMethod);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        CommonRequest request = _common.Read(parse);
        OutputFormat format = parse.GetValue(_format);
        IReadOnlyList<string> models = parse.GetRequiredValue(_models);
        ResultWriter.Check("--output", request.OutputPath);

        ModelComparison comparison;
        using (ProgressDisplay progress = ProgressDisplay.Create(request.Progress, request.Quiet, _terminal, _time))
        {
            LoadedInput input = InputLoader.Load(request, progress, cancellation);
            progress.Begin(ProgressStage.Computing, 0);
            comparison = ModelComparisonBuilder.Build(input.Preferences, models, request.Options with { Calibration = input.Calibration }, cancellation);
        }
        cancellation.ThrowIfCancellationRequested();

        if (format == OutputFormat.Table) ResultWriter.WriteTable(console => ComparisonTable.Write(comparison, console), request.OutputPath, _terminal);
        else ResultWriter.WriteText(ContractJson.Render(comparison), request.OutputPath, _terminal);
        PeopleNotes notes = new(_terminal, request.Quiet);
        notes.ForResult(request, comparison.Leaderboard, format);
        notes.Written(request.OutputPath);
        return ExitCode.Done;
    }

    private void CheckModels(CommandResult result)
    {
        IReadOnlyList<Token> tokens = result.GetResult(_models)?.Tokens ?? [];
        if (tokens.Count == 1) result.AddError($"--models names only '{tokens[0].Value}': name two models at least");
        string? twice = tokens.GroupBy(token => token.Value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null) result.AddError($"--models names '{twice}' twice");
    }

    private void CheckMethod(CommandResult result)
    {
        if (result.GetResult(_common.Method) is not { Errors: var errors } || errors.Any()) return;
        if (result.GetValue(_common.Method) == RankingMethod.BradleyTerry)
        {
            result.AddError("--method bradley-terry gives each model one strength and tests no pairs: use 'assay leaderboard' for it, or compare by win-rate");
        }
    }
}
