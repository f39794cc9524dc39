using System.Globalization;
using Assay.Core.Scenarios;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Plots;

/// <summary>Draws the main metric of every scenario with its interval: a section for each scenario, a row for each model.</summary>
public static class BenchmarkPlot
{
    /// <summary>The plot as one SVG document; null where no scenario's main metric is a proportion with a value, as there is no common axis then.</summary>
    public static string? Render(BenchmarkTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ForestSection[] sections = [.. table.Scenarios.Select(scenario => Section(table, scenario)).OfType<ForestSection>()];
        if (sections.Length == 0) return null;
        string level = Figures.Level(table.Confidence);
        return ForestPlotRenderer.Render(new ForestPlot
        {
            Title = "Benchmark results",
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"{sections.Length} scenarios · {table.Models.Length} models · {level} intervals"),
            Description = string.Create(CultureInfo.InvariantCulture, $"{sections.Length} scenarios, each with the main metric of {table.Models.Length} models."),
            AxisTitle = "Main metric in percent",
            FigureTitle = $"% [{level} interval]",
            Series = ["Main metric"],
            Reference = (0, "0 %"),
            Limits = (0, 100),
            Sections = sections,
        });
    }

    private static ForestSection? Section(BenchmarkTable table, Scenario scenario)
    {
        if (!scenario.MainMetric.IsProportion) return null;
        BenchmarkCell[] cells = [.. table.Cells.Where(cell => cell.Scenario == scenario.Name && cell.Group is null && cell.Metric.Name == scenario.MainMetric.Name && cell.Estimate is not null)];
        if (cells.Length == 0) return null;
        return new ForestSection(DisplayText.Clean($"{scenario.Name}: {scenario.MainMetric.Name}"), [.. cells.Select(Row)]);
    }

    private static ForestRow Row(BenchmarkCell cell)
    {
        string model = DisplayText.Clean(cell.Model), figure = BenchmarkWords.WithInterval(cell.Estimate, cell.Metric);
        ForestMark mark = new(100 * cell.Estimate!.Value, cell.Estimate.Interval is { } interval ? (100 * interval.Lower, 100 * interval.Upper) : null);
        return new ForestRow("", model, figure, string.Create(CultureInfo.InvariantCulture, $"{model}: {figure}, {cell.Estimate.Count} instances."), [mark]);
    }
}
