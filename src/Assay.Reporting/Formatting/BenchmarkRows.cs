using Assay.Core.Scenarios;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Formatting;

/// <summary>A row of a benchmark table: one metric of one scenario, group or family, with a cell for each model.</summary>
/// <param name="Subject">What it is of.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Cells">The estimate of each model, in the order of the table's models; null where there is none.</param>
/// <param name="Count">Instances, as one figure or a range over the models.</param>
internal sealed record BenchmarkRow(string Subject, ScenarioMetric Metric, IReadOnlyList<Estimate?> Cells, string Count);

/// <summary>Rows of one metric under one heading.</summary>
internal sealed record BenchmarkSection(ScenarioMetric Metric, IReadOnlyList<BenchmarkRow> Rows);

/// <summary>The rows of a benchmark table as people see them.</summary>
internal static class BenchmarkRows
{
    /// <summary>
    /// The table by metric, metrics in the order of their kinds and then of first appearance; means over scenarios at the end of their metric.
    /// </summary>
    public static IReadOnlyList<BenchmarkSection> Of(BenchmarkTable table) =>
    [
        .. table.Cells.GroupBy(static cell => cell.Metric.Name, StringComparer.Ordinal)
            .OrderBy(static group => group.First().Metric.Kind)
            .Select(group => new BenchmarkSection(group.First().Metric, [.. Rows(table, group), .. Means(table, group.Key)])),
    ];

    private static IEnumerable<BenchmarkRow> Rows(BenchmarkTable table, IEnumerable<BenchmarkCell> cells) =>
        cells.GroupBy(static cell => (cell.Scenario, cell.Group)).Select(row =>
        {
            BenchmarkCell?[] byModel = [.. table.Models.Select(model => row.FirstOrDefault(cell => cell.Model == model))];
            return new BenchmarkRow(
                BenchmarkWords.Subject(row.Key.Scenario, row.Key.Group), row.First().Metric, [.. byModel.Select(static cell => cell?.Estimate)], Count(byModel));
        });

    private static IEnumerable<BenchmarkRow> Means(BenchmarkTable table, string metric) =>
        table.Means.Where(mean => mean.Metric.Name == metric).GroupBy(static mean => (mean.Family, mean.Scenarios)).Select(row =>
        {
            ScenarioMeanRow?[] byModel = [.. table.Models.Select(model => row.FirstOrDefault(mean => mean.Model == model))];
            return new BenchmarkRow(
                BenchmarkWords.Subject(row.First()), row.First().Metric, [.. byModel.Select(static mean => mean?.Mean)],
                Range([.. byModel.Where(static mean => mean is not null).Select(static mean => mean!.Mean.Count)]));
        });

    private static string Count(BenchmarkCell?[] cells) =>
        Range([.. cells.Where(static cell => cell is not null).Select(static cell => cell!.Estimate?.Count ?? 0)]);

    private static string Range(int[] counts) => counts.Length == 0 ? Figures.Unknown
        : counts.Min() == counts.Max() ? Figures.Count(counts[0])
        : $"{Figures.Count(counts.Min())}–{Figures.Count(counts.Max())}";
}
