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
        TextLines lines = new TextLines().EndLine();
        foreach (NoteGroup note in notes)
        {
            string text = note.Subject.Length == 0 ? note.Note : $"{note.Subject}: {note.Note}";
            string mark = "- ";
            foreach (string line in DisplayCells.Wrap(text, Math.Max(1, console.Profile.Width - mark.Length)))
            {
                lines.Append(mark).Append(line).EndLine();
                mark = "  ";
            }
        }
        console.Write(lines);
    }
}
