namespace Assay.Reporting.Plots;

/// <summary>Where the parts of a forest plot go, in pixels from the top left corner.</summary>
internal sealed record ForestLayout
{
    public const double Width = 920;
    public const double Margin = 28;
    public const double SectionHeight = 34;

    private const double LongestLabel = 285;
    private const double Gap = 14;

    public ForestLayout(ForestPlot plot)
    {
        ForestRow[] rows = [.. plot.Sections.SelectMany(section => section.Rows)];
        RowHeight = rows.Length switch { <= 16 => 30, <= 60 => 24, _ => 19 };
        PositionEnd = Margin + Widest(rows.Select(row => row.Position), PlotTheme.SmallSize, 14);
        LabelStart = PositionEnd + 10;
        LabelWidth = Math.Min(LongestLabel, Widest(rows.Select(row => row.Label), PlotTheme.TextSize, 60));
        FigureEnd = Width - Margin;
        double figureWidth = Widest(rows.Select(row => row.Figure).Append(plot.FigureTitle), PlotTheme.SmallSize, 40);

        Ticks = Cover(plot);
        Scale = new LinearScale(Ticks.Values[0], Ticks.Values[^1], LabelStart + LabelWidth + Gap + 6, FigureEnd - figureWidth - Gap - 6);
        double headings = plot.Sections.Count(section => section.Title is not null) * SectionHeight;
        RowsBottom = RowsTop + headings + (rows.Length * RowHeight);
        Height = RowsBottom + 62;
        AxisOnTopToo = RowsBottom - RowsTop > 600;
    }

    public double RowHeight { get; }

    /// <summary>Top of the first row or heading.</summary>
    public double RowsTop { get; } = 142;

    public double RowsBottom { get; }

    public double Height { get; }

    /// <summary>Right end of ranks.</summary>
    public double PositionEnd { get; }

    public double LabelStart { get; }

    public double LabelWidth { get; }

    /// <summary>Right end of the figures.</summary>
    public double FigureEnd { get; }

    public AxisTicks Ticks { get; }

    public LinearScale Scale { get; }

    /// <summary>True where the picture is so tall that one axis is out of sight.</summary>
    public bool AxisOnTopToo { get; }

    /// <summary>Each section with the top of its first row; a heading stands above that.</summary>
    public IEnumerable<(ForestSection Section, double Top)> Place(ForestPlot plot)
    {
        double y = RowsTop;
        foreach (ForestSection section in plot.Sections)
        {
            if (section.Title is not null) y += SectionHeight;
            yield return (section, y);
            y += section.Rows.Count * RowHeight;
        }
    }

    private static AxisTicks Cover(ForestPlot plot)
    {
        (double lower, double upper) = (plot.Reference.Value, plot.Reference.Value);
        foreach (ForestMark mark in plot.Sections.SelectMany(section => section.Rows).SelectMany(row => row.Marks).OfType<ForestMark>())
        {
            (double from, double to) = mark.Interval ?? (mark.Value, mark.Value);
            lower = Math.Min(lower, Math.Max(from, plot.Limits.Lower));
            upper = Math.Max(upper, Math.Min(to, plot.Limits.Upper));
        }
        double padding = 0.02 * (upper - lower);
        return AxisTicks.Covering(Math.Max(lower - padding, plot.Limits.Lower), Math.Min(upper + padding, plot.Limits.Upper), 8);
    }

    private static double Widest(IEnumerable<string> texts, double fontSize, double atLeast) =>
        texts.Select(text => TextMeasure.Width(text, fontSize)).Append(atLeast).Max();
}
