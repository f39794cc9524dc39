using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>
/// A table that fits its console: the least important columns give way first, then names are shortened. Cells are plain text, never markup.
/// </summary>
internal static class FittedTable<TRow>
{
    private const string Space = "  ";
    private const int ShortestName = 24;
    private const int HardLimit = 4;

    private static readonly Style Header = new(decoration: Decoration.Dim);
    private static readonly Style Emphasis = new(decoration: Decoration.Bold);

    /// <summary>Writes the rows; a table without rows is not written.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<TRow> rows, IReadOnlyList<TableColumn<TRow>> columns)
    {
        if (rows.Count == 0) return;
        FittedColumn<TRow>[] shown = Fit(rows, columns, console.Profile.Width);
        TextLines lines = new();
        int headerLines = shown.Max(column => column.HeaderLines.Count);
        for (int i = 0; i < headerLines; i++) AppendLine(lines, shown, column => i < column.HeaderLines.Count ? column.HeaderLines[i] : "", Header, Header);
        for (int i = 0; i < rows.Count; i++) AppendLine(lines, shown, column => column.Cells[i], Style.Plain, Emphasis);
        console.Write(lines);
    }

    private static void AppendLine(TextLines lines, FittedColumn<TRow>[] columns, Func<FittedColumn<TRow>, string> cell, Style plain, Style emphasis)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            FittedColumn<TRow> column = columns[i];
            string text = DisplayCells.Shorten(cell(column), column.Width);
            string aligned = column.Column.IsName ? DisplayCells.PadRight(text, column.Width) : DisplayCells.PadLeft(text, column.Width);
            lines.Append(i == columns.Length - 1 ? aligned.TrimEnd() : aligned + Space, column.Column.IsEmphasised ? emphasis : plain);
        }
        lines.EndLine();
    }

    private static FittedColumn<TRow>[] Fit(IReadOnlyList<TRow> rows, IReadOnlyList<TableColumn<TRow>> columns, int width)
    {
        IEnumerable<ColumnForm<TRow>> droppable = columns.SelectMany(column => column.Forms).Where(form => form.Keep < int.MaxValue);
        int[] levels = [0, .. droppable.Select(form => form.Keep + 1).Distinct().Order()];
        FittedColumn<TRow>[] candidate = [];
        foreach (int level in levels)
        {
            candidate = [.. columns.Select(column => FittedColumn<TRow>.At(level, column, rows)).OfType<FittedColumn<TRow>>()];
            if (Needed(candidate, ShortestName) <= width) break;
        }
        return GiveNamesTheRest(candidate, width);
    }

    private static int Needed(FittedColumn<TRow>[] columns, int name) =>
        columns.Sum(column => column.Column.IsName ? Math.Min(column.Width, name) : column.Width) + (Space.Length * (columns.Length - 1));

    private static FittedColumn<TRow>[] GiveNamesTheRest(FittedColumn<TRow>[] columns, int width)
    {
        int name = columns.Where(column => column.Column.IsName).Select(column => column.Width).DefaultIfEmpty(0).Max();
        while (name > HardLimit && Needed(columns, name) > width) name--;
        return [.. columns.Select(column => column.Column.IsName ? column with { Width = Math.Min(column.Width, name) } : column)];
    }
}

/// <summary>A column in the form that was chosen for it, its texts and its width in terminal cells.</summary>
internal sealed record FittedColumn<TRow>(TableColumn<TRow> Column, IReadOnlyList<string> HeaderLines, IReadOnlyList<string> Cells, int Width)
{
    /// <summary>The column's roomiest form that is kept at a level, or null where none is.</summary>
    public static FittedColumn<TRow>? At(int level, TableColumn<TRow> column, IReadOnlyList<TRow> rows)
    {
        if (column.Forms.FirstOrDefault(form => form.Keep >= level) is not { } form) return null;
        string[] cells = [.. rows.Select(form.Cell)];
        if (!column.IsName) AlignIntervals(cells);
        string[] header = form.Header.Split('\n');
        return new(column, header, cells, cells.Concat(header).Max(DisplayCells.Width));
    }

    // "9.87 [6.6, 13.1]" below "70.18 [66.9, 73.5]": figures below figures, closing brackets below closing brackets, and no bracket under a figure.
    private static void AlignIntervals(string[] cells)
    {
        int[] starts = [.. cells.Select(cell => cell.IndexOf('[', StringComparison.Ordinal))];
        int interval = cells.Zip(starts, (cell, start) => start < 0 ? 0 : cell.Length - start).Max();
        if (interval == 0) return;
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = starts[i] < 0 ? cells[i] + new string(' ', interval + 1) : cells[i][..starts[i]] + cells[i][starts[i]..].PadLeft(interval);
        }
    }
}
