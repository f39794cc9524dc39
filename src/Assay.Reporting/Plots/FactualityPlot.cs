using System.Globalization;
using Assay.Core.Audits.Factuality;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Plots;

/// <summary>The trade-off of conformal factuality as a picture: share of correct outputs, and of claims removed, by the error allowed.</summary>
public static class FactualityPlot
{
    /// <summary>The plot as one SVG document, light or dark as the reader prefers; the same bytes for the same report.</summary>
    public static string Render(FactualityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string how = report.Options.Check == FactualityCheck.Split ? "checked on the other part of a split" : "checked by leave-one-out";
        XyPoint[] correct = [.. report.Curve.Select(static point => Point(point, point.Outcome.Correct, "correct"))];
        XyPoint[] removed = [.. report.Curve.Select(static point => Point(point, point.Outcome.Removed, "removed"))];
        double last = report.Curve.Length == 0 ? 0.5 : report.Curve[^1].Alpha;
        return XyPlotRenderer.Render(new XyPlot
        {
            Title = "Conformal factuality",
            Subtitle = string.Create(CultureInfo.InvariantCulture,
                $"score {DisplayText.Clean(report.Score)} · {report.Prompts} prompts, {report.Claims} claims · {how} · {Figures.Level(report.Options.Confidence)} intervals"),
            Description = string.Join(" ", correct.Concat(removed).Select(static point => point.Tooltip)),
            Horizontal = new XyAxis("Error allowed (alpha) in percent", 0, 100 * last),
            Vertical = new XyAxis("Percent", 0, 100),
            Series = [new XySeries("Correct outputs", correct), new XySeries("Claims removed", removed)],
            Reference = Reference(100 * last),
        });
    }

    // The axis may end beyond the last alpha; the guarantee is a line, so its height follows.
    private static XyReference Reference(double lastAlpha)
    {
        AxisTicks ticks = AxisTicks.Covering(0, lastAlpha, 6);
        return new XyReference(100, 100 - ticks.Values[^1], "guaranteed at least");
    }

    private static XyPoint Point(FactualityCurvePoint point, Statistics.Estimation.Estimate share, string what)
    {
        (double, double)? interval = share.Interval is { } ends ? (100 * ends.Lower, 100 * ends.Upper) : null;
        string words = string.Create(CultureInfo.InvariantCulture,
            $"alpha {point.Alpha:0.##}: {Figures.Percent(share.Value)} % {what} {Figures.PercentInterval(share.Interval)}.");
        return new XyPoint(100 * point.Alpha, 100 * share.Value, interval, words);
    }
}
