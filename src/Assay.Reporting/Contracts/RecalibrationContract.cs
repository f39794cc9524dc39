using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>What recalibration does, in the JSON of <c>assay audit calibration</c>.</summary>
internal sealed record RecalibrationContract
{
    [JsonPropertyName("n_fitted"), Description("Answers it was fitted on.")]
    public required int NFitted { get; init; }

    [JsonPropertyName("n_judged"), Description("Answers it is judged on.")]
    public required int NJudged { get; init; }

    [JsonPropertyName("unchanged"), Description("How the confidences fare as they are.")]
    public required RecalibrationScoresContract Unchanged { get; init; }

    [JsonPropertyName("methods"), Description("How they fare recalibrated.")]
    public required IReadOnlyList<RecalibrationMethodContract> Methods { get; init; }
}

/// <summary>One way to recalibrate.</summary>
internal sealed record RecalibrationMethodContract
{
    [JsonPropertyName("method"), Description("The way."), AllowedValues("temperature", "platt", "isotonic")]
    public required string Method { get; init; }

    [JsonPropertyName("temperature"), Description("What log-odds are divided by; null for the other methods, and where none was fitted.")]
    public required double? Temperature { get; init; }

    [JsonPropertyName("slope"), Description("Slope of Platt's line on log-odds; null for the other methods, and where none was fitted.")]
    public required double? Slope { get; init; }

    [JsonPropertyName("intercept"), Description("Intercept of Platt's line; null for the other methods, and where none was fitted.")]
    public required double? Intercept { get; init; }

    [JsonPropertyName("scores"), Description("How it fares; null where it could not be fitted.")]
    public required RecalibrationScoresContract? Scores { get; init; }

    [JsonPropertyName("brier_change"), Description("Brier score minus that of the unchanged confidences on the same answers; Student's t interval.")]
    public required CalibrationFigureContract? BrierChange { get; init; }

    [JsonPropertyName("absent"), Description("Why it could not be fitted; null where it was.")]
    public required string? Absent { get; init; }
}

/// <summary>How confidences fare.</summary>
internal sealed record RecalibrationScoresContract
{
    [JsonPropertyName("debiased_error"), Description("Debiased root mean squared calibration error in percentage points.")]
    public required CalibrationFigureContract DebiasedError { get; init; }

    [JsonPropertyName("brier"), Description("Brier score, 0 to 1.")]
    public required CalibrationFigureContract Brier { get; init; }

    [JsonPropertyName("log_loss"), Description("Mean log loss in nats.")]
    public required CalibrationFigureContract LogLoss { get; init; }
}
