using System.CommandLine;
using Assay.Cli.Loading;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.Leaderboards;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Plots;
using Assay.Reporting.Tables;

namespace Assay.Cli.Verbs;

/// <summary><c>assay leaderboard</c>: ranks models from recorded preferences.</summary>
internal sealed class LeaderboardVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly CommonOptions _common = new(comparesPairs: false);

    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result.", OutputFormat.Table,
        ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv), ("markdown", OutputFormat.Markdown));

    private readonly Option<string?> _plot = OptionFactory.Text(
        "--plot", "FILE.svg", "Draw the leaderboard with its intervals here, as SVG. Default: no plot.");

    private LeaderboardVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        LeaderboardVerb verb = new(terminal, time);
        VerbCommand command = new("leaderboard", "Ranks models from recorded pairwise judgements.")
        {
            Details = "Gives each model its win rate against the baseline and its length-controlled win rate, with standard errors, intervals and the ranks "
                + "the data do not exclude.",
            Examples =
            [
                new Example("Rank the models of a folder", "assay leaderboard samples/leaderboard"),
                new Example(
                    "Length control as published, with a plot",
                    "assay leaderboard annotations --instruction-difficulty difficulty.csv --gamed-baselines gamed.csv --plot leaderboard.svg"),
                new Example("For a program", "assay leaderboard annotations --format json --output leaderboard.json"),
            ],
        };
        verb._common.AddTo(command, [], [verb._format, verb._plot]);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        CommonRequest request = _common.Read(parse);
        OutputFormat format = parse.GetValue(_format);
        string? plotPath = parse.GetValue(_plot);
        CheckDestinations(request, plotPath);

        LoadedInput input;
        Leaderboard leaderboard;
        using (ProgressDisplay progress = ProgressDisplay.Create(request.Progress, request.Quiet, _terminal, _time))
        {
            input = InputLoader.Load(request, progress, cancellation);
            progress.Begin(ProgressStage.Computing, 0);
            leaderboard = LeaderboardBuilder.Build(input.Preferences, request.Options with { Calibration = input.Calibration }, cancellation);
        }
        cancellation.ThrowIfCancellationRequested();

        string? plot = plotPath is null ? null : LeaderboardPlot.Render(leaderboard);
        Write(leaderboard, format, request.OutputPath);
        if (plotPath is not null) ResultWriter.WriteText(plot!, plotPath, _terminal);
        PeopleNotes notes = new(_terminal, request.Quiet);
        notes.ForResult(request, leaderboard, format);
        notes.Written(request.OutputPath, plotPath);
        return ExitCode.Done;
    }

    private void Write(Leaderboard leaderboard, OutputFormat format, string? path)
    {
        if (format == OutputFormat.Table) ResultWriter.WriteTable(console => LeaderboardTable.Write(leaderboard, console), path, _terminal);
        else ResultWriter.WriteText(Render(leaderboard, format), path, _terminal);
    }

    private static string Render(Leaderboard leaderboard, OutputFormat format) => format switch
    {
        OutputFormat.Json => ContractJson.Render(leaderboard),
        OutputFormat.Csv => LeaderboardCsv.Render(leaderboard),
        _ => LeaderboardMarkdown.Render(leaderboard),
    };

    private static void CheckDestinations(CommonRequest request, string? plotPath)
    {
        ResultWriter.Check("--output", request.OutputPath);
        ResultWriter.CheckPlot(plotPath, request.OutputPath);
    }
}
