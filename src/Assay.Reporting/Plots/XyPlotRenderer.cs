using Assay.Reporting.Svg;

namespace Assay.Reporting.Plots;

/// <summary>Draws an <see cref="XyPlot"/>.</summary>
internal static class XyPlotRenderer
{
    private const double Width = 760;
    private const double Height = 560;
    private const double Margin = 30;
    private const double Left = 84;
    private const double Top = 124;
    private const double Bottom = Height - 70;
    private const double Right = Width - Margin;
    private const int Steps = 6;

    /// <summary>The plot as a whole SVG document; the same bytes for the same plot.</summary>
    public static string Render(XyPlot plot)
    {
        AxisTicks across = AxisTicks.Covering(plot.Horizontal.Lower, plot.Horizontal.Upper, Steps);
        AxisTicks up = AxisTicks.Covering(plot.Vertical.Lower, plot.Vertical.Upper, Steps);
        LinearScale x = new(across.Values[0], across.Values[^1], Left, Right), y = new(up.Values[0], up.Values[^1], Bottom, Top);
        SvgWriter svg = new();
        svg.Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("width", Width), ("height", Height),
            ("viewBox", $"0 0 {SvgValue.Number(Width)} {SvgValue.Number(Height)}"), ("role", "img"));
        svg.Text("title", plot.Title).Text("desc", plot.Description).Style(PlotTheme.Css);
        svg.Empty("rect", ("class", "paper"), ("width", Width), ("height", Height));
        DrawHeading(svg, plot);
        DrawAxes(svg, plot, across, up, x, y);
        if (plot.Reference is { } line)
        {
            (double from, double to) = (y.Pixel(y.Clip(line.LeftY)), y.Pixel(y.Clip(line.RightY)));
            svg.Empty("line", ("class", "reference"), ("x1", Left), ("y1", from), ("x2", Right), ("y2", to));
        }
        for (int series = plot.Series.Count; series > 0; series--) DrawSeries(svg, plot.Series[series - 1], series, x, y);
        return svg.Close().ToString();
    }

    private static void DrawHeading(SvgWriter svg, XyPlot plot)
    {
        const double Room = Width - (2 * Margin);
        svg.Text("text", TextMeasure.Fit(plot.Title, PlotTheme.TitleSize, Room), ("class", "title"), ("x", Margin), ("y", 42.0));
        svg.Text("text", TextMeasure.Fit(plot.Subtitle, PlotTheme.TextSize, Room), ("class", "quiet"), ("x", Margin), ("y", 66.0));
        PlotLegend.Draw(svg, [.. plot.Series.Select(static series => series.Name)], plot.Reference?.Meaning, Margin, 94);
    }

    private static void DrawAxes(SvgWriter svg, XyPlot plot, AxisTicks across, AxisTicks up, LinearScale x, LinearScale y)
    {
        foreach (double tick in across.Values)
        {
            svg.Empty("line", ("class", "grid"), ("x1", x.Pixel(tick)), ("y1", Top), ("x2", x.Pixel(tick)), ("y2", Bottom));
            svg.Text("text", across.Label(tick), ("class", "small quiet number middle"), ("x", x.Pixel(tick)), ("y", Bottom + 20));
        }
        foreach (double tick in up.Values)
        {
            svg.Empty("line", ("class", "grid"), ("x1", Left), ("y1", y.Pixel(tick)), ("x2", Right), ("y2", y.Pixel(tick)));
            svg.Text("text", up.Label(tick), ("class", "small quiet number end"), ("x", Left - 8), ("y", y.Pixel(tick) + 4));
        }
        svg.Empty("line", ("class", "axis"), ("x1", Left), ("y1", Bottom), ("x2", Right), ("y2", Bottom));
        svg.Empty("line", ("class", "axis"), ("x1", Left), ("y1", Top), ("x2", Left), ("y2", Bottom));
        const double Across = (Left + Right) / 2, Up = (Top + Bottom) / 2;
        svg.Text("text", plot.Horizontal.Title, ("class", "small quiet middle"), ("x", Across), ("y", Bottom + 46));
        svg.Text("text", plot.Vertical.Title, ("class", "small quiet middle"),
            ("x", 30.0), ("y", Up), ("transform", $"rotate(-90 30 {SvgValue.Number(Up)})"));
    }

    private static void DrawSeries(SvgWriter svg, XySeries series, int number, LinearScale x, LinearScale y)
    {
        if (series.Points.Count > 1)
        {
            string points = string.Join(' ', series.Points.Select(point => $"{SvgValue.Number(x.Pixel(point.X))},{SvgValue.Number(y.Pixel(point.Y))}"));
            svg.Empty("polyline", ("class", $"line-{number} none"), ("points", points));
        }
        foreach (XyPoint point in series.Points)
        {
            svg.Open("g").Text("title", point.Tooltip);
            double across = x.Pixel(point.X);
            if (point.Interval is { } interval)
            {
                svg.Empty("line", ("class", $"line-{number}"), ("stroke-opacity", "0.45"),
                    ("x1", across), ("y1", y.Pixel(y.Clip(interval.Lower))), ("x2", across), ("y2", y.Pixel(y.Clip(interval.Upper))));
            }
            svg.Empty("circle", ("class", $"dot-{number}"), ("cx", across), ("cy", y.Pixel(point.Y)), ("r", number == 1 ? 4.25 : 3.25));
            svg.Close();
        }
    }
}
