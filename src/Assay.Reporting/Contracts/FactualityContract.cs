using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>The JSON of <c>assay audit factuality</c>; <c>--apply</c> reads its threshold.</summary>
internal sealed record FactualityContract
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), Description("Version of this contract."), AllowedValues(Version)]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("score"), Description("The score that the threshold belongs to.")]
    public required string Score { get; init; }

    [JsonPropertyName("alpha"), Description("Probability, 0 to 1, with which a filtered output may be incorrect.")]
    public required double Alpha { get; init; }

    [JsonPropertyName("acceptable_share"), Description("Share of acceptable claims, 0 to 1, that makes an output correct (a).")]
    public required double AcceptableShare { get; init; }

    [JsonPropertyName("threshold"), Description("Claims with a higher score are kept; -100000 keeps all.")]
    public required double Threshold { get; init; }

    [JsonPropertyName("guarantee"), Description("Bounds of the probability, in percent, that a filtered output is correct: at least, and at most without ties.")]
    public required Interval<double> Guarantee { get; init; }

    [JsonPropertyName("n_prompts"), Description("Prompts of the file.")]
    public required int NPrompts { get; init; }

    [JsonPropertyName("n_calibration"), Description("Prompts the threshold was calibrated on.")]
    public required int NCalibration { get; init; }

    [JsonPropertyName("n_claims"), Description("Claims of the file.")]
    public required int NClaims { get; init; }

    [JsonPropertyName("confidence"), Description("Level of the intervals, 0 to 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("seed"), Description("Seed of the split.")]
    public required ulong Seed { get; init; }

    [JsonPropertyName("check"), Description("How coverage was checked."), AllowedValues("none", "leave_one_out", "split")]
    public required string Check { get; init; }

    [JsonPropertyName("outcome"), Description("How filtering fared on prompts not calibrated on; null where it was not checked.")]
    public required FactualityOutcomeContract? Outcome { get; init; }

    [JsonPropertyName("correct_unfiltered"), Description("Outputs that are correct with no claim removed, in percent.")]
    public required double CorrectUnfiltered { get; init; }

    [JsonPropertyName("correct_unfiltered_interval"), Description("Confidence interval of correct_unfiltered in percent.")]
    public required Interval<double>? CorrectUnfilteredInterval { get; init; }

    [JsonPropertyName("curve"), Description("The same by alpha, ascending.")]
    public required IReadOnlyList<FactualityCurveContract> Curve { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>How filtering fared.</summary>
internal sealed record FactualityOutcomeContract
{
    [JsonPropertyName("n"), Description("Outputs that were filtered.")]
    public required int N { get; init; }

    [JsonPropertyName("coverage"), Description("Filtered outputs that are correct, in percent.")]
    public required double Coverage { get; init; }

    [JsonPropertyName("coverage_interval"), Description("Wilson's interval of coverage in percent.")]
    public required Interval<double>? CoverageInterval { get; init; }

    [JsonPropertyName("removed"), Description("Mean share of an output's claims that were removed, in percent.")]
    public required double Removed { get; init; }

    [JsonPropertyName("removed_standard_error"), Description("Standard error of removed in percentage points; null where unknown.")]
    public required double? RemovedStandardError { get; init; }

    [JsonPropertyName("removed_interval"), Description("Student's t interval of removed in percent; null where unknown.")]
    public required Interval<double>? RemovedInterval { get; init; }

    [JsonPropertyName("n_emptied"), Description("Outputs of which no claim was left; they count as correct.")]
    public required int NEmptied { get; init; }
}

/// <summary>One point of the trade-off.</summary>
internal sealed record FactualityCurveContract
{
    [JsonPropertyName("alpha"), Description("The error allowed, 0 to 1.")]
    public required double Alpha { get; init; }

    [JsonPropertyName("threshold"), Description("The threshold of all prompts that calibrate.")]
    public required double Threshold { get; init; }

    [JsonPropertyName("outcome"), Description("How it fared: by leave-one-out, or on the other part of the split.")]
    public required FactualityOutcomeContract Outcome { get; init; }
}
