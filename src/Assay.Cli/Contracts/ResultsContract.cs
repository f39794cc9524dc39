using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Cli.Contracts;

/// <summary>What a judging run came to, as <c>results.json</c> of its folder has it.</summary>
[Description("What a run of judgements came to. Rates are in percent, 0 to 100; amounts in US dollars; null means unknown.")]
internal sealed record ResultsContract
{
    /// <summary>The version that is written now. It changes when a name goes or changes its meaning; new names come at the end of an object.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), AllowedValues(Version), Description("Version of this contract.")]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("judge"), Description("Name of the judge: the annotator of annotations.json.")]
    public required string Judge { get; init; }

    [JsonPropertyName("confidence"), Description("Nominal level of every interval, between 0 and 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("candidates"), Description("The models under evaluation, by name in ordinal order.")]
    public required IReadOnlyList<CandidateContract> Candidates { get; init; }

    [JsonPropertyName("calls"), Description("What all calls of the run came to, those of earlier sessions too.")]
    public required CallsContract Calls { get; init; }

    [JsonPropertyName("flips"), Description("As of a candidate, over the items of all candidates.")]
    public required RateContract? Flips { get; init; }

    [JsonPropertyName("first_place"), Description("As of a candidate, over the items of all candidates.")]
    public required RateContract? FirstPlace { get; init; }

    [JsonPropertyName("made_from"), Description("What this was made from: while it is unchanged, so is this.")]
    public required MadeFromContract MadeFrom { get; init; }
}

/// <summary>What the run says about one candidate.</summary>
internal sealed record CandidateContract
{
    [JsonPropertyName("candidate"), Description("The model under evaluation.")]
    public required string Candidate { get; init; }

    [JsonPropertyName("baseline"), Description("The model it was compared with; null where nothing was compared.")]
    public required string? Baseline { get; init; }

    [JsonPropertyName("win_rate"), Description("Mean preference over the items that have one, with Student's t interval; null where none has.")]
    public required RateContract? WinRate { get; init; }

    [JsonPropertyName("outcomes"), Description("How many items ended in which way.")]
    public required OutcomesContract Outcomes { get; init; }

    [JsonPropertyName("win_rate_if_missing"), Length(2, 2)]
    [Description("The win rate in percent if every item without a verdict had gone to the baseline, and if every one to the candidate; null without items.")]
    public required IReadOnlyList<double>? WinRateIfMissing { get; init; }

    [JsonPropertyName("flips"), Description("Share of verdicts that flip with the order shown; null where no pair has verdicts in both orders.")]
    public required RateContract? Flips { get; init; }

    [JsonPropertyName("first_place"), Description("Mean preference for the output shown first, 50 for a judge that does not mind; null as flips.")]
    public required RateContract? FirstPlace { get; init; }

    [JsonPropertyName("notes"), Description("Number of items with each note, by the note's name in annotations.json; notes that no item has are not named.")]
    public required IReadOnlyDictionary<string, int> Notes { get; init; }

    [JsonPropertyName("constant_output")]
    [Description("Whether the candidate gives (nearly) the same output to every instruction, so that this measures the judge.")]
    public required bool ConstantOutput { get; init; }

    [JsonPropertyName("remarks"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Remarks { get; init; }
}

/// <summary>A rate with its uncertainty.</summary>
internal sealed record RateContract
{
    [JsonPropertyName("value"), Description("The rate in percent, 0 to 100.")]
    public required double Value { get; init; }

    [JsonPropertyName("standard_error"), Description("Its standard error in percentage points; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Length(2, 2), Description("Its confidence interval in percent: lower and upper end; null where unknown.")]
    public required IReadOnlyList<double>? Interval { get; init; }

    [JsonPropertyName("n"), Description("Items behind it.")]
    public required int N { get; init; }
}

/// <summary>How the items ended.</summary>
internal sealed record OutcomesContract
{
    [JsonPropertyName("judged"), Description("With a preference other than 50 %.")]
    public required int Judged { get; init; }

    [JsonPropertyName("tie"), Description("With a preference of 50 %, identical outputs too.")]
    public required int Tie { get; init; }

    [JsonPropertyName("unparsed"), Description("The judge's answer could not be read.")]
    public required int Unparsed { get; init; }

    [JsonPropertyName("refused"), Description("The judge refused, or a filter withheld its answer.")]
    public required int Refused { get; init; }

    [JsonPropertyName("failed"), Description("No answer came.")]
    public required int Failed { get; init; }

    [JsonPropertyName("skipped"), Description("Not asked: one side has no output to the instruction.")]
    public required int Skipped { get; init; }
}

/// <summary>What the calls came to.</summary>
internal sealed record CallsContract
{
    [JsonPropertyName("sent"), Description("Calls that were sent and answered.")]
    public required int Sent { get; init; }

    [JsonPropertyName("from_store"), Description("Answers taken from the response store: nothing was sent or paid.")]
    public required int FromStore { get; init; }

    [JsonPropertyName("failed"), Description("Calls that gave no answer.")]
    public required int Failed { get; init; }

    [JsonPropertyName("input_tokens"), Description("Input tokens of the calls sent; null where any call does not tell them.")]
    public required long? InputTokens { get; init; }

    [JsonPropertyName("output_tokens"), Description("Output tokens of the calls sent; null where any call does not tell them.")]
    public required long? OutputTokens { get; init; }

    [JsonPropertyName("cost_usd"), Description("US dollars paid; null where the cost of any call sent is unknown.")]
    public required decimal? CostUsd { get; init; }

    [JsonPropertyName("known_cost_usd"), Description("US dollars known to be paid; the whole cost only where cost_usd is not null.")]
    public required decimal KnownCostUsd { get; init; }

    [JsonPropertyName("without_cost"), Description("Calls sent whose cost is unknown.")]
    public required int WithoutCost { get; init; }

    [JsonPropertyName("cached_input_tokens"), Description("Those of the input tokens that the endpoint had cached; null where any call does not tell them.")]
    public required long? CachedInputTokens { get; init; }

    [JsonPropertyName("reasoning_tokens"), Description("Those of the output tokens that the answers do not show; null where any call does not tell them.")]
    public required long? ReasoningTokens { get; init; }
}
