using System.Globalization;
using Assay.Core.Audits.Calibration;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Plots;

/// <summary>The reliability diagram: accuracy by confidence, with intervals, and the diagonal on which perfect confidences lie.</summary>
public static class CalibrationPlot
{
    /// <summary>The plot as one SVG document, light or dark as the reader prefers; the same bytes for the same report.</summary>
    public static string Render(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        XyPoint[] points = [.. report.Reliability.Select(Point)];
        return XyPlotRenderer.Render(new XyPlot
        {
            Title = "Reliability of confidences",
            Subtitle = string.Create(CultureInfo.InvariantCulture,
                $"{report.Count} answers, {report.Right} right · {report.Options.Bins} bins of equal width · {Figures.Level(report.Options.Confidence)} intervals"),
            Description = string.Join(" ", points.Select(static point => point.Tooltip)),
            Horizontal = new XyAxis("Mean confidence in percent", 0, 100),
            Vertical = new XyAxis("Right answers in percent", 0, 100),
            Series = [new XySeries("Answers", points)],
            Reference = new XyReference(0, 100, "perfectly calibrated"),
        });
    }

    private static XyPoint Point(ReliabilityBin bin)
    {
        (double, double)? interval = bin.Accuracy.Interval is { } ends ? (100 * ends.Lower, 100 * ends.Upper) : null;
        string words = string.Create(CultureInfo.InvariantCulture,
            $"{bin.Count} answers of confidence {Figures.Percent(bin.MeanConfidence)} %: {Figures.Percent(bin.Accuracy.Value)} % right {Figures.PercentInterval(bin.Accuracy.Interval)}.");
        return new XyPoint(100 * bin.MeanConfidence, 100 * bin.Accuracy.Value, interval, words);
    }
}
