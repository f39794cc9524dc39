using Assay.Reporting.Svg;

namespace Assay.Reporting.Plots;

/// <summary>One line that says what the marks and the vertical line mean.</summary>
internal static class PlotLegend
{
    private const double SwatchWidth = 26;
    private const double Gap = 24;

    /// <summary>Draws the legend from the left.</summary>
    /// <param name="svg">Where to draw.</param>
    /// <param name="plot">Whose legend it is.</param>
    /// <param name="left">Pixel where it starts.</param>
    /// <param name="middle">Pixel of its vertical middle.</param>
    public static void Draw(SvgWriter svg, ForestPlot plot, double left, double middle)
    {
        double x = left;
        for (int i = 0; i < plot.Series.Count; i++)
        {
            int series = i + 1;
            svg.Empty("line", ("class", $"line-{series}"), ("x1", x), ("y1", middle), ("x2", x + SwatchWidth), ("y2", middle));
            svg.Empty("circle", ("class", $"dot-{series}"), ("cx", x + (SwatchWidth / 2)), ("cy", middle), ("r", 4.0));
            x = Label(svg, plot.Series[i], x, middle);
        }
        double line = x + (SwatchWidth / 2);
        svg.Empty("line", ("class", "reference"), ("x1", line), ("y1", middle - 8), ("x2", line), ("y2", middle + 8));
        Label(svg, plot.Reference.Meaning, x, middle);
    }

    private static double Label(SvgWriter svg, string text, double x, double middle)
    {
        double start = x + SwatchWidth + 8;
        svg.Text("text", text, ("class", "small"), ("x", start), ("y", middle + 4));
        return start + TextMeasure.Width(text, PlotTheme.SmallSize) + Gap;
    }
}
