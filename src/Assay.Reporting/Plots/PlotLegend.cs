using Assay.Reporting.Svg;

namespace Assay.Reporting.Plots;

/// <summary>One line that says what the marks and the reference line mean.</summary>
internal static class PlotLegend
{
    private const double SwatchWidth = 26;
    private const double Gap = 24;

    /// <summary>Draws the legend from the left.</summary>
    /// <param name="svg">Where to draw.</param>
    /// <param name="names">Names of the series, in their order.</param>
    /// <param name="reference">What the reference line stands for; null where there is none.</param>
    /// <param name="left">Pixel where it starts.</param>
    /// <param name="middle">Pixel of its vertical middle.</param>
    public static void Draw(SvgWriter svg, IReadOnlyList<string> names, string? reference, double left, double middle)
    {
        double x = left;
        for (int i = 0; i < names.Count; i++)
        {
            int series = i + 1;
            svg.Empty("line", ("class", $"line-{series}"), ("x1", x), ("y1", middle), ("x2", x + SwatchWidth), ("y2", middle));
            svg.Empty("circle", ("class", $"dot-{series}"), ("cx", x + (SwatchWidth / 2)), ("cy", middle), ("r", 4.0));
            x = Label(svg, names[i], x, middle);
        }
        if (reference is null) return;
        double line = x + (SwatchWidth / 2);
        svg.Empty("line", ("class", "reference"), ("x1", line), ("y1", middle - 8), ("x2", line), ("y2", middle + 8));
        Label(svg, reference, x, middle);
    }

    private static double Label(SvgWriter svg, string text, double x, double middle)
    {
        double start = x + SwatchWidth + 8;
        svg.Text("text", text, ("class", "small"), ("x", start), ("y", middle + 4));
        return start + TextMeasure.Width(text, PlotTheme.SmallSize) + Gap;
    }
}
