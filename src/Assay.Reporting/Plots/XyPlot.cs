namespace Assay.Reporting.Plots;

/// <summary>What a plot of two quantities shows: series of points with vertical intervals, and a straight reference line. Texts are plain.</summary>
internal sealed record XyPlot
{
    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    /// <summary>The picture in words, for those who do not see it.</summary>
    public required string Description { get; init; }

    public required XyAxis Horizontal { get; init; }

    public required XyAxis Vertical { get; init; }

    /// <summary>One or two; the first is drawn filled, the second hollow.</summary>
    public required IReadOnlyList<XySeries> Series { get; init; }

    /// <summary>A line over the whole picture, by its height at both ends of the horizontal axis, and what it stands for; null for none.</summary>
    public required XyReference? Reference { get; init; }
}

/// <summary>An axis.</summary>
/// <param name="Title">What it measures, with its unit.</param>
/// <param name="Lower">Lower end of what must be shown, finite.</param>
/// <param name="Upper">Upper end, finite.</param>
internal sealed record XyAxis(string Title, double Lower, double Upper);

/// <summary>Points joined by a line, from left to right.</summary>
internal sealed record XySeries(string Name, IReadOnlyList<XyPoint> Points);

/// <summary>One point, inside both axes.</summary>
/// <param name="X">Horizontal place.</param>
/// <param name="Y">Vertical place.</param>
/// <param name="Interval">Vertical interval; null where unknown.</param>
/// <param name="Tooltip">All about the point, in words.</param>
internal sealed record XyPoint(double X, double Y, (double Lower, double Upper)? Interval, string Tooltip);

/// <summary>A straight line from the left end of the horizontal axis to its right end.</summary>
internal sealed record XyReference(double LeftY, double RightY, string Meaning);
