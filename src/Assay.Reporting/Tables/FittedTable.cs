using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>
/// A table that fits its console: the least important columns give way first, then names are shortened. Cells are plain text, never markup.
/// </summary>
internal static class FittedTable<TRow>
{
    private const int Gap = 2;
    private const int ShortestName = 24;
    private const int HardLimit = 4;

    /// <summary>Writes the rows; a table without rows is not written.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<TRow> rows, IReadOnlyList<TableColumn<TRow>> columns)
    {
        if (rows.Count == 0) return;
        FittedColumn<TRow>[] shown = Fit(rows, columns, console.Profile.Width);
        Table table = new() { Border = TableBorder.None, ShowHeaders = true };
        foreach (FittedColumn<TRow> column in shown)
        {
            table.AddColumn(new TableColumn(new Text(column.Header, new Style(decoration: Decoration.Dim)))
            {
                Alignment = column.Column.IsName ? Justify.Left : Justify.Right,
                Padding = new Padding(0, 0, ReferenceEquals(column, shown[^1]) ? 0 : Gap, 0),
                NoWrap = true,
                Width = column.Width,
            });
        }
        Style emphasised = new(decoration: Decoration.Bold);
        for (int i = 0; i < rows.Count; i++)
        {
            int row = i;
            table.AddRow(shown.Select(column =>
                new Text(DisplayCells.Shorten(column.Cells[row], column.Width), column.Column.IsEmphasised ? emphasised : null)));
        }
        console.Write(table);
    }

    private static FittedColumn<TRow>[] Fit(IReadOnlyList<TRow> rows, IReadOnlyList<TableColumn<TRow>> columns, int width)
    {
        int[] levels = [0, .. columns.SelectMany(column => column.Forms).Select(form => form.Keep + 1).Where(level => level < int.MaxValue).Distinct().Order()];
        FittedColumn<TRow>[] candidate = [];
        foreach (int level in levels)
        {
            candidate = [.. columns.Select(column => FittedColumn<TRow>.At(level, column, rows)).OfType<FittedColumn<TRow>>()];
            if (Needed(candidate, ShortestName) <= width) break;
        }
        return GiveNamesTheRest(candidate, width);
    }

    private static int Needed(FittedColumn<TRow>[] columns, int name) =>
        columns.Sum(column => column.Column.IsName ? Math.Min(column.Width, name) : column.Width) + (Gap * (columns.Length - 1));

    private static FittedColumn<TRow>[] GiveNamesTheRest(FittedColumn<TRow>[] columns, int width)
    {
        int name = columns.Where(column => column.Column.IsName).Select(column => column.Width).DefaultIfEmpty(0).Max();
        while (name > HardLimit && Needed(columns, name) > width) name--;
        return [.. columns.Select(column => column.Column.IsName ? column with { Width = Math.Min(column.Width, name) } : column)];
    }
}

/// <summary>A column in the form that was chosen for it, its texts and its width in terminal cells.</summary>
internal sealed record FittedColumn<TRow>(TableColumn<TRow> Column, string Header, IReadOnlyList<string> Cells, int Width)
{
    /// <summary>The column's roomiest form that is kept at a level, or null where none is.</summary>
    public static FittedColumn<TRow>? At(int level, TableColumn<TRow> column, IReadOnlyList<TRow> rows)
    {
        if (column.Forms.FirstOrDefault(form => form.Keep >= level) is not { } form) return null;
        string[] cells = [.. rows.Select(form.Cell)];
        if (!column.IsName) AlignIntervals(cells);
        return new(column, form.Header, cells, cells.Concat(form.Header.Split('\n')).Max(DisplayCells.Width));
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
