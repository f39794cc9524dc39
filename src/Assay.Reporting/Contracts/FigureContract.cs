using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>An estimate, or the reason why there is none, as the JSON contract writes it.</summary>
internal sealed record FigureContract
{
    [JsonPropertyName("value"), Description("The estimate, in the unit that the field's description says; null where it is unknown.")]
    public required double? Value { get; init; }

    [JsonPropertyName("standard_error"), Description("Standard error in the unit of value; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Confidence interval in the unit of value: lower and upper end; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("n"), Description("Items behind the estimate; 0 where it is unknown.")]
    public required int N { get; init; }

    [JsonPropertyName("absent"), Description("Why there is no value; null where there is one.")]
    public required string? Absent { get; init; }
}
