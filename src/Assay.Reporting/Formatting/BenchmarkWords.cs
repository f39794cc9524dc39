using System.Globalization;
using Assay.Core.Scenarios;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Formatting;

/// <summary>Words and figures of benchmark tables.</summary>
internal static class BenchmarkWords
{
    /// <summary>The value with its interval: "76.34 [70.1, 82.0]" in percent, as it is for a metric that is no proportion.</summary>
    public static string WithInterval(Estimate? estimate, ScenarioMetric metric)
    {
        if (estimate is null) return Figures.Unknown;
        string value = metric.IsProportion ? Figures.Percent(estimate.Value) : Figures.Number(estimate.Value);
        if (estimate.Interval is not { } interval) return value;
        return metric.IsProportion
            ? $"{value} {Figures.PercentInterval(interval)}"
            : string.Create(CultureInfo.InvariantCulture, $"{value} [{interval.Lower:0.00}, {interval.Upper:0.00}]");
    }

    /// <summary>A difference with its interval, in percentage points or as it is.</summary>
    public static string Difference(Estimate? estimate, ScenarioMetric metric) => estimate is null
        ? Figures.Unknown
        : metric.IsProportion
            ? $"{Figures.Points(estimate.Value)} {Figures.PointsInterval(estimate.Interval)}"
            : $"{Figures.Signed(estimate.Value)} {Figures.SignedInterval(estimate.Interval)}";

    /// <summary>What a cell is of: the scenario, or its group.</summary>
    public static string Subject(string scenario, InstanceGroup? group) => group is { } part
        ? $"{DisplayText.Clean(scenario)}, {DisplayText.Clean(part.Grouping)} {DisplayText.Clean(part.Name)}"
        : DisplayText.Clean(scenario);

    /// <summary>The metric's name with its unit.</summary>
    public static string Metric(ScenarioMetric metric) => metric.IsProportion ? $"{metric.Name} in percent" : metric.Name;

    /// <summary>What a mean is over.</summary>
    public static string Subject(ScenarioMeanRow mean) =>
        string.Create(CultureInfo.InvariantCulture, $"mean of {mean.Scenarios} {(mean.Family is null ? "scenarios" : DisplayText.Clean(mean.Family))}");
}
