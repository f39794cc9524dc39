using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>The JSON of <c>assay audit calibration</c>.</summary>
internal sealed record CalibrationContract
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), Description("Version of this contract."), AllowedValues(Version)]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("n"), Description("Answers measured.")]
    public required int N { get; init; }

    [JsonPropertyName("n_right"), Description("Right answers.")]
    public required int NRight { get; init; }

    [JsonPropertyName("n_wrong"), Description("Wrong answers.")]
    public required int NWrong { get; init; }

    [JsonPropertyName("n_left_out"), Description("Rows left out for want of a confidence or an outcome.")]
    public required int NLeftOut { get; init; }

    [JsonPropertyName("confidence"), Description("Level of the intervals and null bands, 0 to 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("seed"), Description("Seed of null bands and split.")]
    public required ulong Seed { get; init; }

    [JsonPropertyName("bins"), Description("Bins asked for.")]
    public required int Bins { get; init; }

    [JsonPropertyName("mean_confidence"), Description("Mean confidence in percent.")]
    public required CalibrationFigureContract MeanConfidence { get; init; }

    [JsonPropertyName("accuracy"), Description("Right answers in percent; Wilson's interval.")]
    public required CalibrationFigureContract Accuracy { get; init; }

    [JsonPropertyName("overconfidence"), Description("Mean confidence minus accuracy in percentage points; Student's t interval.")]
    public required CalibrationFigureContract Overconfidence { get; init; }

    [JsonPropertyName("debiased_error"), Description("Debiased root mean squared calibration error in percentage points; interval by noncentral chi-squared.")]
    public required CalibrationFigureContract DebiasedError { get; init; }

    [JsonPropertyName("ece_equal_width"), Description("Expected calibration error with bins of equal width.")]
    public required PlainCalibrationContract EceEqualWidth { get; init; }

    [JsonPropertyName("ece_equal_count"), Description("Expected calibration error with bins of equally many answers.")]
    public required PlainCalibrationContract EceEqualCount { get; init; }

    [JsonPropertyName("brier"), Description("Brier score, 0 to 1; Student's t interval.")]
    public required CalibrationFigureContract Brier { get; init; }

    [JsonPropertyName("brier_parts"), Description("The Brier score by bins of equal width: reliability - resolution + uncertainty + within_bins.")]
    public required BrierPartsContract BrierParts { get; init; }

    [JsonPropertyName("log_loss"), Description("Mean log loss in nats; Student's t interval.")]
    public required CalibrationFigureContract LogLoss { get; init; }

    [JsonPropertyName("auroc"), Description("Chance in percent that a right answer has a higher confidence than a wrong one; DeLong's interval on log-odds.")]
    public required CalibrationFigureContract Auroc { get; init; }

    [JsonPropertyName("selective_area"), Description("Mean accuracy in percent among the k most confident, over all k; Student's t interval of influences.")]
    public required CalibrationFigureContract SelectiveArea { get; init; }

    [JsonPropertyName("selective"), Description("Accuracy among the most confident answers, coverage ascending.")]
    public required IReadOnlyList<SelectiveContract> Selective { get; init; }

    [JsonPropertyName("reliability"), Description("Bins of equal width that hold answers, confidence ascending.")]
    public required IReadOnlyList<ReliabilityContract> Reliability { get; init; }

    [JsonPropertyName("recalibration"), Description("What recalibration does to answers it was not fitted on; null where there are too few.")]
    public required RecalibrationContract? Recalibration { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A number with its uncertainty.</summary>
internal sealed record CalibrationFigureContract
{
    [JsonPropertyName("value"), Description("The number; null where unknown.")]
    public required double? Value { get; init; }

    [JsonPropertyName("standard_error"), Description("Its standard error; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Its confidence interval; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("n"), Description("Answers behind it.")]
    public required int N { get; init; }

    [JsonPropertyName("absent"), Description("Why value or interval is missing; null where both are there.")]
    public required string? Absent { get; init; }
}

/// <summary>An expected calibration error with its null band.</summary>
internal sealed record PlainCalibrationContract
{
    [JsonPropertyName("expected"), Description("Mean gap over the bins in percentage points.")]
    public required CalibrationFigureContract Expected { get; init; }

    [JsonPropertyName("maximum"), Description("Widest gap in percentage points.")]
    public required double Maximum { get; init; }

    [JsonPropertyName("null_mean"), Description("Mean of the expected error if every confidence were right, in percentage points.")]
    public required double NullMean { get; init; }

    [JsonPropertyName("null_band"), Description("Where it would lie then, in percentage points.")]
    public required Interval<double> NullBand { get; init; }

    [JsonPropertyName("null_p_value"), Description("Share of draws of the null, the data counted as one, with an error at least as large.")]
    public required double NullPValue { get; init; }

    [JsonPropertyName("simulations"), Description("Sets of outcomes drawn.")]
    public required int Simulations { get; init; }
}

/// <summary>The parts of the Brier score.</summary>
internal sealed record BrierPartsContract
{
    [JsonPropertyName("reliability"), Description("Squared gaps of the bins.")]
    public required double Reliability { get; init; }

    [JsonPropertyName("resolution"), Description("Squared distances of the bins' accuracies from the overall one.")]
    public required double Resolution { get; init; }

    [JsonPropertyName("uncertainty"), Description("accuracy (1 - accuracy).")]
    public required double Uncertainty { get; init; }

    [JsonPropertyName("within_bins"), Description("What the bins hide.")]
    public required double WithinBins { get; init; }
}

/// <summary>Accuracy among the most confident.</summary>
internal sealed record SelectiveContract
{
    [JsonPropertyName("coverage"), Description("Share of the answers in percent, rounded up to whole ones.")]
    public required double Coverage { get; init; }

    [JsonPropertyName("accuracy"), Description("Accuracy among them in percent; Wilson's interval.")]
    public required CalibrationFigureContract Accuracy { get; init; }
}

/// <summary>A point of the reliability diagram.</summary>
internal sealed record ReliabilityContract
{
    [JsonPropertyName("n"), Description("Answers in the bin.")]
    public required int N { get; init; }

    [JsonPropertyName("mean_confidence"), Description("Their mean confidence in percent.")]
    public required double MeanConfidence { get; init; }

    [JsonPropertyName("accuracy"), Description("Right ones in percent.")]
    public required double Accuracy { get; init; }

    [JsonPropertyName("accuracy_interval"), Description("Wilson's interval of accuracy in percent.")]
    public required Interval<double>? AccuracyInterval { get; init; }
}
