using Assay.Cli.Options;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>Where one result goes, and in which form.</summary>
/// <param name="terminal">Where it goes without a file, and where people are told of files.</param>
internal sealed class ResultTarget(CommandTerminal terminal)
{
    /// <summary>The form of the result.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>The file of the result; null is standard output.</summary>
    public required string? Path { get; init; }

    /// <summary>The file of the plot; null: none is drawn.</summary>
    public required string? PlotPath { get; init; }

    /// <summary>Whether standard error carries errors only.</summary>
    public required bool IsQuiet { get; init; }

    /// <summary>What people are told beside the result.</summary>
    public PeopleNotes People => new(terminal, IsQuiet);

    /// <summary>Writes a result in its form, its plot, and on standard error its notes, where people would not see them, and the files.</summary>
    /// <param name="table">Draws the table, which shows the notes itself.</param>
    /// <param name="json">Makes the JSON.</param>
    /// <param name="notes">The notes of the result.</param>
    /// <param name="csv">Makes the CSV, where the verb offers it.</param>
    /// <param name="plot">Draws the plot, where the verb offers one.</param>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void Write(Action<IAnsiConsole> table, Func<string> json, IEnumerable<string> notes, Func<string>? csv = null, Func<string>? plot = null)
    {
        // Drawn before anything is written: a result is not left behind without its plot.
        string? picture = PlotPath is null ? null : plot!();
        if (Format == OutputFormat.Table) ResultWriter.WriteTable(table, Path, terminal);
        else ResultWriter.WriteText(Format == OutputFormat.Csv ? csv!() : json(), Path, terminal);
        if (picture is not null) ResultWriter.WriteText(picture, PlotPath, terminal);
        if (Format != OutputFormat.Table)
        {
            foreach (string note in notes) People.Note(note);
        }
        People.Written(Path, PlotPath);
    }
}
