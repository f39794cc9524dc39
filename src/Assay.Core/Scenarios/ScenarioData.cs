using System.Collections.Immutable;

namespace Assay.Core.Scenarios;

/// <summary>Where instances are and which columns make them.</summary>
public sealed record ScenarioData
{
    /// <summary>The file; of several names the first one that is there. Relative to the scenario's folder, or to that of <c>--data</c>.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>The array of rows within a JSON object; null: the file is the rows, or an object with one array of objects.</summary>
    public string? Rows { get; init; }

    /// <summary>Names of the columns of a CSV or TSV file without a header; empty: the first line is the header.</summary>
    public ImmutableArray<string> Header { get; init; } = [];

    /// <summary>Only rows whose column has this text, such as those of one split; null: all.</summary>
    public RowFilter? Where { get; init; }

    /// <summary>The identity's column; null: the row's number.</summary>
    public string? Id { get; init; }

    /// <summary>The question's column, or a template with <c>{column}</c>s.</summary>
    public required string Input { get; init; }

    /// <summary>Columns with right answers; a column that is a list has several.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Where the right answer begins in its column: after the last of this text; null: at its beginning.</summary>
    public string? ReferenceAfter { get; init; }

    /// <summary>Whether the right answer is what stands in the last box (<c>\\boxed{...}</c>) of its column.</summary>
    public bool IsReferenceBoxed { get; init; }

    /// <summary>Columns with choices; a column that is a list has several.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Choices that are the same for all instances, in place of columns.</summary>
    public ImmutableArray<string> ChoiceTexts { get; init; } = [];

    /// <summary>The column with what each choice is called in <see cref="Right"/>; null: its place or letter.</summary>
    public string? Labels { get; init; }

    /// <summary>What each choice is called in <see cref="Right"/>, the same for all instances; empty: its place or letter.</summary>
    public ImmutableArray<string> LabelTexts { get; init; } = [];

    /// <summary>The column with the right choice: its label, place from 0, letter or text; or a list with 1 for right and 0 for wrong ones.</summary>
    public string? Right { get; init; }

    /// <summary>Columns of groupings by the grouping's name.</summary>
    public ImmutableSortedDictionary<string, string> Groups { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Columns of further fields by their names.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The column of the cluster; null: instances are independent.</summary>
    public string? Cluster { get; init; }
}

/// <summary>Rows to take.</summary>
/// <param name="Column">The column looked at.</param>
/// <param name="Text">What it must be.</param>
public sealed record RowFilter(string Column, string Text);
