namespace Assay.Reporting.Tables;

/// <summary>A column of a <see cref="FittedTable{TRow}"/>: one or more forms, from the roomiest to the shortest.</summary>
internal sealed record TableColumn<TRow>(params IReadOnlyList<ColumnForm<TRow>> Forms)
{
    /// <summary>True for names: aligned left, and shortened where the console is narrow.</summary>
    public bool IsName { get; init; }

    /// <summary>True for the column the eye should find first.</summary>
    public bool IsEmphasised { get; init; }
}

/// <summary>One way to show a column.</summary>
/// <param name="Keep">Forms of small numbers give way first when a console is narrow: to the column's next form, or to nothing.</param>
/// <param name="Header">The column's heading; may have several lines.</param>
/// <param name="Cell">A row's text, on one line, safe to display.</param>
internal sealed record ColumnForm<TRow>(int Keep, string Header, Func<TRow, string> Cell);
