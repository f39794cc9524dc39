using System.CommandLine;
using Assay.Cli.Benchmarks;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Plots;
using Assay.Reporting.Tables;

namespace Assay.Cli.Verbs;

/// <summary><c>assay bench table</c>: scenarios x models x metrics of finished and unfinished runs.</summary>
internal sealed class BenchTableVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TableOptions _options = new();

    private readonly Argument<string[]> _folders = new("DIR") { Description = "Folders of runs, or folders that hold runs.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result.", OutputFormat.Table,
        ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv), ("markdown", OutputFormat.Markdown), ("latex", OutputFormat.Latex));

    private readonly Option<string?> _plot = OptionFactory.Text("--plot", "FILE.svg", "Draw main metrics with their intervals here too; the reliability diagram where --metric names a metric of calibration. Default: none.");

    private readonly Option<string?> _output = StandardOptions.Output();

    private BenchTableVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        BenchTableVerb verb = new(terminal);
        VerbCommand command = new("table", "Makes a table of scenarios, models and metrics.")
        {
            Details = "Every cell has its interval, clustered where the scenario says so, and counts how its instances ended. Of several models it gives the mean win "
                + "rate over scenarios with an interval by resampling instances.",
            Examples =
            [
                new Example("What a run came to", "assay bench table runs/bbh"),
                new Example("Several runs, for a program", "assay bench table runs/a runs/b --format json --output table.json"),
            ],
        };
        command.Arguments.Add(verb._folders);
        command.AddGroup("What is computed", [verb._options.Metrics, verb._options.WithoutGroups]);
        command.AddGroup("Uncertainty", [verb._options.ConfidenceLevel, verb._options.Bootstrap, verb._options.Seed]);
        command.AddGroup("What is written", [verb._format, verb._plot, verb._output]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        string? path = parse.GetValue(_output);
        string? plotPath = parse.GetValue(_plot);
        ResultWriter.Check("--output", path);
        ResultWriter.CheckPlot(plotPath, path);
        BenchmarkTableOptions options = _options.Read(parse);
        BenchmarkData data = await BenchmarkFolder.ReadAsync(parse.GetRequiredValue(_folders), cancellation);
        BenchmarkTable table = BenchmarkTableBuilder.Build(data.Scenarios, data.Models, data.Instances, options, cancellation);
        string? plot = plotPath is null ? null : Plot(table, data, options);
        Write(table, parse.GetValue(_format), path);
        if (plotPath is not null) ResultWriter.WriteText(plot!, plotPath, _terminal);
        return ExitCode.Done;
    }

    private static string Plot(BenchmarkTable table, BenchmarkData data, BenchmarkTableOptions options)
    {
        if (!ReliabilityCurve.IsFor(options.Metrics))
            return BenchmarkPlot.Render(table) ?? throw new InputException("--plot has nothing to draw: no scenario has a main metric in percent.");
        IReadOnlyList<ReliabilityCurve> curves = ReliabilityCurve.Of(data.Scenarios, data.Models, data.Instances, options.Metrics, options.Confidence);
        return curves.Count switch
        {
            0 => throw new InputException("--plot has no reliability diagram to draw: no instance has the likelihoods of its choices (multiple-choice-separate)."),
            > ReliabilityPlot.Most => throw new InputException(
                $"--plot draws the reliability of {ReliabilityPlot.Most} models on a scenario at most, and there are {curves.Count}; name folders of fewer runs."),
            _ => ReliabilityPlot.Render(curves, options.Confidence),
        };
    }

    private void Write(BenchmarkTable table, OutputFormat format, string? path)
    {
        if (format == OutputFormat.Table) ResultWriter.WriteTable(console => BenchmarkTableText.Write(table, console), path, _terminal);
        else ResultWriter.WriteText(Render(table, format), path, _terminal);
    }

    private static string Render(BenchmarkTable table, OutputFormat format) => format switch
    {
        OutputFormat.Csv => BenchmarkCsv.Render(table),
        OutputFormat.Markdown => BenchmarkMarkdown.Render(table),
        OutputFormat.Latex => BenchmarkLatex.Render(table),
        _ => ContractJson.Render(table),
    };
}
