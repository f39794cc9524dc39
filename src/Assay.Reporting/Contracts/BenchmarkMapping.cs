using Assay.Core.Scenarios;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Contracts;

/// <summary>From a benchmark table to its contract.</summary>
internal static class BenchmarkMapping
{
    public static BenchmarkContract ToContract(this BenchmarkTable table) => new()
    {
        SchemaVersion = BenchmarkContract.Version,
        Confidence = table.Confidence,
        Models = table.Models,
        Cells = [.. table.Cells.Select(ToContract)],
        Means = [.. table.Means.Select(ToContract)],
        MeanWinRates = [.. table.WinRates.Select(ToContract)],
        Resamples = table.Resamples,
        Seed = table.Seed,
        Notes = table.Notes,
    };

    /// <summary>A figure in the unit of the contract.</summary>
    public static double? InUnit(double? value, ScenarioMetric metric) => metric.IsProportion ? ContractUnits.Percent(value) : ContractUnits.Finite(value);

    /// <summary>An interval in the unit of the contract.</summary>
    public static Interval<double>? InUnit(ConfidenceInterval? interval, ScenarioMetric metric) =>
        metric.IsProportion ? ContractUnits.Percent(interval) : ContractUnits.Unscaled(interval);

    private static BenchmarkCellContract ToContract(BenchmarkCell cell) => new()
    {
        Scenario = cell.Scenario,
        Model = cell.Model,
        Metric = cell.Metric.Name,
        Kind = cell.Metric.Kind.ToString().ToLowerInvariant(),
        IsPercent = cell.Metric.IsProportion,
        Grouping = cell.Group?.Grouping,
        Group = cell.Group?.Name,
        Value = InUnit(cell.Estimate?.Value, cell.Metric),
        StandardError = InUnit(cell.Estimate?.StandardError, cell.Metric),
        Interval = InUnit(cell.Estimate?.Interval, cell.Metric),
        IntervalMethod = cell.Method,
        N = cell.Estimate?.Count ?? 0,
        NClusters = cell.Clusters,
        NScored = cell.Outcomes.Scored,
        NUnread = cell.Outcomes.Unread,
        NRefused = cell.Outcomes.Refused,
        NFailed = cell.Outcomes.Failed,
        NSkipped = cell.Outcomes.Skipped,
        Reason = cell.Reason,
    };

    private static ScenarioMeanContract ToContract(ScenarioMeanRow mean) => new()
    {
        Family = mean.Family,
        Model = mean.Model,
        Metric = mean.Metric.Name,
        Value = InUnit(mean.Mean.Value, mean.Metric),
        StandardError = InUnit(mean.Mean.StandardError, mean.Metric),
        Interval = InUnit(mean.Mean.Interval, mean.Metric),
        NScenarios = mean.Scenarios,
    };

    private static MeanWinRateContract ToContract(MeanWinRateRow row) => new()
    {
        Model = row.Model,
        MeanWinRate = ContractUnits.Percent(row.WinRate?.Value),
        StandardError = ContractUnits.Percent(row.WinRate?.StandardError),
        Interval = ContractUnits.Percent(row.WinRate?.Interval),
        NScenarios = row.Scenarios,
    };
}
