using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A model's win rate on one data set, as the JSON contract writes it.</summary>
internal sealed record DatasetContract
{
    [JsonPropertyName("dataset"), Description("Name of the data set; null for items that name none.")]
    public required string? Dataset { get; init; }

    [JsonPropertyName("n"), Description("Judged items of the data set.")]
    public required int N { get; init; }

    [JsonPropertyName("n_unjudged"), Description("Items of the data set without a verdict.")]
    public required int NUnjudged { get; init; }

    [JsonPropertyName("win_rate"), Description("Mean preference in percent, 0 to 100; ties count a half; null where no item was judged.")]
    public required double? WinRate { get; init; }

    [JsonPropertyName("win_rate_standard_error"), Description("Standard error of win_rate in percentage points; null where unknown.")]
    public required double? WinRateStandardError { get; init; }

    [JsonPropertyName("win_rate_interval"), Description("Confidence interval of win_rate in percent: lower and upper end; null where unknown.")]
    public required Interval<double>? WinRateInterval { get; init; }
}
