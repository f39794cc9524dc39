using System.Globalization;
using Assay.Core.Scenarios;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Plots;

/// <summary>Reliability diagrams: the share of right answers over the mean confidence of each bin.</summary>
public static class ReliabilityPlot
{
    /// <summary>Curves that one picture has room for.</summary>
    public const int Most = 2;

    /// <summary>The plot as one SVG document, light or dark as the reader prefers; the same bytes for the same curves.</summary>
    /// <param name="curves">One or two.</param>
    /// <param name="confidence">Level of the intervals, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none, or more.</exception>
    public static string Render(IReadOnlyList<ReliabilityCurve> curves, double confidence)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count is < 1 or > Most) throw new ArgumentOutOfRangeException(nameof(curves), curves.Count, "A reliability diagram has one curve or two.");
        XySeries[] series = [.. curves.Select(curve => new XySeries(Name(curve, curves), [.. curve.Points.Select(point => Point(curve, point))]))];
        string intervals = curves.Any(static curve => curve.Points.Any(static point => point.Interval is not null)) ? $" · {Figures.Level(confidence)} intervals" : "";
        string scenarios = string.Join(", ", curves.Select(static curve => curve.Scenario).Distinct(StringComparer.Ordinal));
        return XyPlotRenderer.Render(new XyPlot
        {
            Title = "Reliability",
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"{DisplayText.Clean(scenarios)} · {curves.Sum(static curve => curve.Instances)} answers{intervals}"),
            Description = string.Join(" ", series.SelectMany(static one => one.Points).Select(static point => point.Tooltip)),
            Horizontal = new XyAxis("Mean confidence in percent", 0, 100),
            Vertical = new XyAxis("Right answers in percent", 0, 100),
            Series = series,
            Reference = new XyReference(0, 100, "as sure as right"),
        });
    }

    // The models tell two curves apart, or else the scenarios.
    private static string Name(ReliabilityCurve curve, IReadOnlyList<ReliabilityCurve> curves) =>
        DisplayText.Clean(curves.Count > 1 && curves[0].Model == curves[1].Model ? curve.Scenario : curve.Model);

    private static XyPoint Point(ReliabilityCurve curve, ReliabilityPoint point)
    {
        (double, double)? interval = point.Interval is { } ends ? (100 * ends.Lower, 100 * ends.Upper) : null;
        string figure = $"{Figures.Percent(point.Accuracy)} % right{(point.Interval is null ? "" : " " + Figures.PercentInterval(point.Interval))}";
        string words = string.Create(CultureInfo.InvariantCulture,
            $"{DisplayText.Clean(curve.Model)}, {DisplayText.Clean(curve.Scenario)}: {Figures.Percent(point.Confidence)} % sure, {figure}, {point.Count} answers.");
        return new XyPoint(100 * point.Confidence, 100 * point.Accuracy, interval, words);
    }
}
