using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Storage.Files;
using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>Writes a finished result: to a file, whole or not at all, or to standard output.</summary>
internal static class ResultWriter
{
    /// <summary>Writes a text as it is; <paramref name="path"/> null is standard output.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    /// <exception cref="IOException">Standard output cannot be written.</exception>
    public static void WriteText(string text, string? path, CommandTerminal terminal)
    {
        if (path is not null)
        {
            WholeFile.WriteText(path, text);
            return;
        }
        // Flushed now, so that nobody is told of a result that then could not be written.
        terminal.Out.Write(text);
        terminal.Out.Flush();
    }

    /// <summary>Draws a table and writes it when it is complete: with the terminal's width and colours on standard output, plain and wide in a file.</summary>
    public static void WriteTable(Action<IAnsiConsole> draw, string? path, CommandTerminal terminal)
    {
        using StringWriter text = new() { NewLine = "\n" };
        draw(path is null
            ? PeopleConsole.Create(text, terminal.Width, terminal.UsesColor)
            : PeopleConsole.Create(text, CommandTerminal.WidthWithoutTerminal, color: false));
        WriteText(text.ToString(), path, terminal);
    }

    /// <summary>Finds out before any work whether a file can be written at all: its folder exists, and it is no folder itself.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public static void Check(string option, string? path)
    {
        if (path is null) return;
        if (Directory.Exists(path)) throw new InputException($"{option} {path} is a folder; name a file in it.");
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(folder)) return;
        throw new InputException($"{option} {path} cannot be written because its folder does not exist; create the folder first.");
    }

    /// <summary>Finds out before any work whether a plot can be written: a file that can be, named .svg, and not the one the result goes to.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public static void CheckPlot(string? plot, string? output)
    {
        Check("--plot", plot);
        if (plot is null) return;
        bool isSvg = plot.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
        bool isOutput = output is not null && Path.GetFullPath(output) == Path.GetFullPath(plot);
        if (!isSvg) throw new InputException($"--plot writes SVG; name a file that ends in .svg, not {plot}.");
        if (isOutput) throw new InputException("--output and --plot name the same file; name two.");
    }
}
