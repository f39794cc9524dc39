using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>Notes below a table, each on lines of its own, indented.</summary>
internal static class NotesBlock
{
    /// <summary>Writes the notes, or nothing where there are none.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<NoteGroup> notes)
    {
        if (notes.Count == 0) return;
        console.WriteLine();
        foreach (NoteGroup note in notes) WriteLine(console, note.Subject.Length == 0 ? note.Note : $"{note.Subject}: {note.Note}");
    }

    private static void WriteLine(IAnsiConsole console, string text)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 1, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text("-"), new Text(text));
        console.Write(grid);
    }
}
