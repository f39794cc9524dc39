using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A plan as the JSON contract writes it.</summary>
[Description("How much must be judged to see a difference. Rates and deviations are in percentage points; null means unknown or not asked for.")]
internal sealed record PlanContract
{
    /// <summary>The version that is written now. It changes when a name goes or changes its meaning; new names come at the end of an object.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), AllowedValues(Version), Description("Version of this contract.")]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("difference"), Description("The true difference to be seen, in percentage points.")]
    public required double? Difference { get; init; }

    [JsonPropertyName("instructions"), Description("Instructions of the set whose smallest detectable difference was asked for.")]
    public required int? Instructions { get; init; }

    [JsonPropertyName("confidence"), Description("1 minus the level of the two-sided test, between 0 and 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("power"), Description("Probability of seeing the difference, between 0.5 and 1.")]
    public required double Power { get; init; }

    [JsonPropertyName("model_1"), Description("First model of the pilot; null for a stated deviation.")]
    public required string? Model1 { get; init; }

    [JsonPropertyName("model_2"), Description("Second model of the pilot; null for one model against the baseline, or a stated deviation.")]
    public required string? Model2 { get; init; }

    [JsonPropertyName("pilot_instructions"), Description("Instructions of the pilot behind the deviations; null for a stated one.")]
    public required int? PilotInstructions { get; init; }

    [JsonPropertyName("pilot_orders"), Description("Orders the pilot showed, 1 or 2.")]
    public required int? PilotOrders { get; init; }

    [JsonPropertyName("pilot_repeats"), Description("Answers to each question the pilot had.")]
    public required int? PilotRepeats { get; init; }

    [JsonPropertyName("deviation_instruction"), Description("Standard deviation between instructions, in percentage points.")]
    public required double? DeviationInstruction { get; init; }

    [JsonPropertyName("deviation_order"), Description("Standard deviation that one order drawn at random adds, in percentage points.")]
    public required double? DeviationOrder { get; init; }

    [JsonPropertyName("deviation_repeat"), Description("Standard deviation between answers to one question, in percentage points.")]
    public required double? DeviationRepeat { get; init; }

    [JsonPropertyName("designs"), Description("Designs the pilot can tell of, fewest judgements first.")]
    public required IReadOnlyList<PlanDesignContract> Designs { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A design as the JSON contract writes it.</summary>
internal sealed record PlanDesignContract
{
    [JsonPropertyName("orders"), Description("Orders shown, 1 or 2; null: as in the pilot.")]
    public required int? Orders { get; init; }

    [JsonPropertyName("repeats"), Description("Answers to each question; null: as in the pilot.")]
    public required int? Repeats { get; init; }

    [JsonPropertyName("deviation"), Description("Standard deviation of an instruction's difference, in percentage points.")]
    public required double Deviation { get; init; }

    [JsonPropertyName("instructions_needed"), Description("Instructions that show the difference.")]
    public required int? InstructionsNeeded { get; init; }

    [JsonPropertyName("instructions_needed_interval"), Description("The same at the ends of the 95 % interval of the pilot's variance.")]
    public required Interval<int>? InstructionsNeededInterval { get; init; }

    [JsonPropertyName("judgements"), Description("Judgements of all models for that.")]
    public required long? Judgements { get; init; }

    [JsonPropertyName("cost_usd"), Description("US dollars for them.")]
    public required decimal? CostUsd { get; init; }

    [JsonPropertyName("detectable_difference"), Description("The smallest difference the set can show, in percentage points.")]
    public required double? DetectableDifference { get; init; }
}
