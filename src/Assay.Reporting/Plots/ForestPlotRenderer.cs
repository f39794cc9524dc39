using Assay.Reporting.Svg;

namespace Assay.Reporting.Plots;

/// <summary>Draws a <see cref="ForestPlot"/>.</summary>
internal static class ForestPlotRenderer
{
    private const double ArrowLength = 6;

    /// <summary>The plot as a whole SVG document; the same bytes for the same plot.</summary>
    public static string Render(ForestPlot plot)
    {
        ForestLayout layout = new(plot);
        SvgWriter svg = new();
        svg.Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", ForestLayout.Width), ("height", layout.Height),
            ("viewBox", $"0 0 {SvgValue.Number(ForestLayout.Width)} {SvgValue.Number(layout.Height)}"),
            ("role", "img"));
        svg.Text("title", plot.Title).Text("desc", plot.Description).Style(PlotTheme.Css);
        svg.Empty("rect", ("class", "paper"), ("width", ForestLayout.Width), ("height", layout.Height));
        DrawHeading(svg, plot, layout);
        DrawBands(svg, plot, layout);
        DrawAxes(svg, plot, layout);
        DrawRows(svg, plot, layout);
        return svg.Close().ToString();
    }

    private static void DrawHeading(SvgWriter svg, ForestPlot plot, ForestLayout layout)
    {
        double room = ForestLayout.Width - (2 * ForestLayout.Margin);
        svg.Text("text", TextMeasure.Fit(plot.Title, PlotTheme.TitleSize, room), ("class", "title"), ("x", ForestLayout.Margin), ("y", 42.0));
        svg.Text("text", TextMeasure.Fit(plot.Subtitle, PlotTheme.TextSize, room), ("class", "quiet"), ("x", ForestLayout.Margin), ("y", 66.0));
        PlotLegend.Draw(svg, plot.Series, plot.Reference.Meaning, ForestLayout.Margin, 94);
        svg.Text("text", plot.FigureTitle, ("class", "small quiet end"), ("x", layout.FigureEnd), ("y", layout.RowsTop - 10));
    }

    private static void DrawBands(SvgWriter svg, ForestPlot plot, ForestLayout layout)
    {
        foreach ((ForestSection section, double top) in layout.Place(plot))
        {
            for (int i = 0; i < section.Rows.Count; i += 2)
            {
                svg.Empty("rect", ("class", "band"),
                    ("x", ForestLayout.Margin - 10), ("y", top + (i * layout.RowHeight)),
                    ("width", ForestLayout.Width - (2 * ForestLayout.Margin) + 20), ("height", layout.RowHeight), ("rx", 3.0));
            }
        }
    }

    private static void DrawAxes(SvgWriter svg, ForestPlot plot, ForestLayout layout)
    {
        foreach ((ForestSection section, double top) in layout.Place(plot))
        {
            double bottom = top + (section.Rows.Count * layout.RowHeight);
            foreach (double tick in layout.Ticks.Values) DrawVertical(svg, "grid", layout.Scale.Pixel(tick), top, bottom);
            DrawVertical(svg, "reference", layout.Scale.Pixel(plot.Reference.Value), top, bottom);
        }
        foreach (double tick in layout.Ticks.Values)
        {
            double x = layout.Scale.Pixel(tick);
            DrawVertical(svg, "axis", x, layout.RowsBottom, layout.RowsBottom + 5);
            svg.Text("text", layout.Ticks.Label(tick), ("class", "small quiet number middle"), ("x", x), ("y", layout.RowsBottom + 20));
            if (layout.AxisOnTopToo) svg.Text("text", layout.Ticks.Label(tick), ("class", "small quiet number middle"), ("x", x), ("y", layout.RowsTop - 10));
        }
        svg.Empty("line", ("class", "axis"), ("x1", layout.Scale.Start), ("y1", layout.RowsBottom), ("x2", layout.Scale.End), ("y2", layout.RowsBottom));
        svg.Text("text", plot.AxisTitle, ("class", "small quiet middle"), ("x", (layout.Scale.Start + layout.Scale.End) / 2), ("y", layout.RowsBottom + 42));
    }

    private static void DrawVertical(SvgWriter svg, string style, double x, double top, double bottom) =>
        svg.Empty("line", ("class", style), ("x1", x), ("y1", top), ("x2", x), ("y2", bottom));

    private static void DrawRows(SvgWriter svg, ForestPlot plot, ForestLayout layout)
    {
        foreach ((ForestSection section, double top) in layout.Place(plot))
        {
            if (section.Title is not null)
            {
                double room = ForestLayout.Width - (2 * ForestLayout.Margin);
                svg.Text("text", TextMeasure.Fit(section.Title, PlotTheme.TextSize, room), ("class", "heading"), ("x", ForestLayout.Margin), ("y", top - 10));
            }
            for (int i = 0; i < section.Rows.Count; i++) DrawRow(svg, section.Rows[i], top + (i * layout.RowHeight), layout);
        }
    }

    private static void DrawRow(SvgWriter svg, ForestRow row, double top, ForestLayout layout)
    {
        double middle = top + (layout.RowHeight / 2);
        double baseline = middle + 4.5;
        svg.Open("g").Text("title", row.Tooltip);
        svg.Empty("rect", ("class", "none"), ("pointer-events", "all"),
            ("x", ForestLayout.Margin), ("y", top), ("width", ForestLayout.Width - (2 * ForestLayout.Margin)), ("height", layout.RowHeight));
        svg.Text("text", row.Position, ("class", "small quiet number end"), ("x", layout.PositionEnd), ("y", baseline));
        svg.Text("text", TextMeasure.Fit(row.Label, PlotTheme.TextSize, layout.LabelWidth), ("x", layout.LabelStart), ("y", baseline));
        svg.Text("text", row.Figure, ("class", "small quiet number end"), ("x", layout.FigureEnd), ("y", baseline));
        double spread = row.Marks.Count > 1 ? layout.RowHeight * 0.19 : 0;
        for (int series = row.Marks.Count - 1; series >= 0; series--)
        {
            if (row.Marks[series] is { } mark) DrawMark(svg, mark, series + 1, middle + ((2 * series - 1) * spread), layout.Scale);
        }
        svg.Close();
    }

    private static void DrawMark(SvgWriter svg, ForestMark mark, int series, double y, LinearScale scale)
    {
        if (mark.Interval is { } interval)
        {
            (bool cutLeft, bool cutRight) = (interval.Lower < scale.Lower, interval.Upper > scale.Upper);
            double from = scale.Pixel(scale.Clip(interval.Lower));
            double to = scale.Pixel(scale.Clip(interval.Upper));
            svg.Empty("line", ("class", $"line-{series}"), ("x1", from), ("y1", y), ("x2", to), ("y2", y));
            if (cutLeft) DrawArrow(svg, series, from, -1, y);
            if (cutRight) DrawArrow(svg, series, to, 1, y);
        }
        svg.Empty("circle", ("class", $"dot-{series}"), ("cx", scale.Pixel(scale.Clip(mark.Value))), ("cy", y), ("r", series == 1 ? 4.25 : 3.25));
    }

    private static void DrawArrow(SvgWriter svg, int series, double x, int direction, double y)
    {
        string points = string.Join(' ', new[] { (x, y - 3.5), (x + (direction * ArrowLength), y), (x, y + 3.5) }
            .Select(point => $"{SvgValue.Number(point.Item1)},{SvgValue.Number(point.Item2)}"));
        svg.Empty("polygon", ("class", $"arrow-{series}"), ("points", points));
    }
}
