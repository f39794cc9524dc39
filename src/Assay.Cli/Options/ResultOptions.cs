using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Terminal;

namespace Assay.Cli.Options;

/// <summary>The options that say in which form a result is written, and where. One object per verb.</summary>
/// <param name="hasCsv">Whether the result can be written as CSV too, beside a table and JSON.</param>
/// <param name="plot">What a plot draws, to go on after "Draw"; null: the verb draws none.</param>
internal sealed class ResultOptions(bool hasCsv = false, string? plot = null)
{
    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result.", OutputFormat.Table,
        [("table", OutputFormat.Table), ("json", OutputFormat.Json), .. hasCsv ? [("csv", OutputFormat.Csv)] : Array.Empty<(string, OutputFormat)>()]);

    private readonly Option<string?>? _plot = plot is null
        ? null
        : OptionFactory.Text("--plot", "FILE.svg", $"Draw {plot} here, as SVG. Default: no plot.");

    private readonly Option<string?> _output = StandardOptions.Output();
    private readonly Option<bool> _quiet = StandardOptions.Quiet();

    /// <summary>The options that say what the result looks like, and not where it goes.</summary>
    public IReadOnlyList<Option> Forms => _plot is null ? [_format] : [_format, _plot];

    /// <summary>Adds the options to a verb, under one heading.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="shown">The verb's own options of what is shown meanwhile.</param>
    public void AddTo(VerbCommand verb, params IEnumerable<Option> shown) => verb.AddGroup("What is written", [.. Forms, _output, .. shown, _quiet]);

    /// <summary>Where the result goes. Valid: it was checked that the files can be written.</summary>
    /// <exception cref="Core.Errors.InputException">They cannot.</exception>
    public ResultTarget Read(ParseResult parse, CommandTerminal terminal)
    {
        ResultTarget target = new(terminal)
        {
            Format = parse.GetValue(_format),
            Path = parse.GetValue(_output),
            PlotPath = _plot is null ? null : parse.GetValue(_plot),
            IsQuiet = parse.GetValue(_quiet),
        };
        ResultWriter.Check("--output", target.Path);
        ResultWriter.CheckPlot(target.PlotPath, target.Path);
        return target;
    }
}
