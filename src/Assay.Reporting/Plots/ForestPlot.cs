namespace Assay.Reporting.Plots;

/// <summary>What a forest plot shows: rows of estimates with their intervals on one axis. Texts are plain; numbers are in the axis' unit.</summary>
internal sealed record ForestPlot
{
    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    /// <summary>The picture in words, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>What the axis measures, with its unit.</summary>
    public required string AxisTitle { get; init; }

    /// <summary>Heading of the column of figures at the right.</summary>
    public required string FigureTitle { get; init; }

    /// <summary>Names of the series in the order of each row's marks: the first is drawn filled, the second hollow. One or two.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>A vertical line, and what it stands for.</summary>
    public required (double Value, string Meaning) Reference { get; init; }

    /// <summary>What the axis shows at most; what lies beyond is cut off with an arrow.</summary>
    public required (double Lower, double Upper) Limits { get; init; }

    /// <summary>The rows in groups, each with a heading or null; drawn from the top.</summary>
    public required IReadOnlyList<ForestSection> Sections { get; init; }
}

/// <summary>Rows under one heading.</summary>
internal sealed record ForestSection(string? Title, IReadOnlyList<ForestRow> Rows);

/// <summary>One row.</summary>
/// <param name="Position">What stands before the label, such as a rank.</param>
/// <param name="Label">The row's name.</param>
/// <param name="Figure">What stands at the right.</param>
/// <param name="Tooltip">All about the row, in words.</param>
/// <param name="Marks">One per series; null where there is no estimate.</param>
internal sealed record ForestRow(string Position, string Label, string Figure, string Tooltip, IReadOnlyList<ForestMark?> Marks);

/// <summary>An estimate with its interval, or without where that is unknown.</summary>
internal sealed record ForestMark(double Value, (double Lower, double Upper)? Interval);
