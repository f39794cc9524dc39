using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>One model's row, as the JSON contract writes it. Every name is there in every row; null means unknown or not applicable.</summary>
internal sealed record ModelContract
{
    [JsonPropertyName("model"), Description("Name of the model.")]
    public required string Model { get; init; }

    [JsonPropertyName("annotator"), Description("Name of the judge; null where the files name none.")]
    public required string? Annotator { get; init; }

    [JsonPropertyName("rank"), Description("Rank among the models of the same judge, from 1 (best); equal figures share a rank.")]
    public required int Rank { get; init; }

    [JsonPropertyName("rank_interval"), Description("Ranks that the data do not exclude: best and worst; null where unknown.")]
    public required Interval<int>? RankInterval { get; init; }

    [JsonPropertyName("n"), Description("Judged items: wins, losses and ties together.")]
    public required int N { get; init; }

    [JsonPropertyName("n_unjudged"), Description("Items without a verdict; they count for nothing else.")]
    public required int NUnjudged { get; init; }

    [JsonPropertyName("n_wins"), Description("Items with a preference above one half.")]
    public required int NWins { get; init; }

    [JsonPropertyName("n_losses"), Description("Items with a preference below one half.")]
    public required int NLosses { get; init; }

    [JsonPropertyName("n_ties"), Description("Items with a preference of one half.")]
    public required int NTies { get; init; }

    [JsonPropertyName("mean_length"), Description("Mean length of the model's outputs in Unicode code points; null where the files held no outputs.")]
    public required double? MeanLength { get; init; }

    [JsonPropertyName("win_rate"), Description("Mean preference over the judged items in percent, 0 to 100; ties count a half; null where no item was judged.")]
    public required double? WinRate { get; init; }

    [JsonPropertyName("win_rate_standard_error"), Description("Standard error of win_rate in percentage points; null where unknown.")]
    public required double? WinRateStandardError { get; init; }

    [JsonPropertyName("win_rate_interval"), Description("Confidence interval of win_rate in percent: lower and upper end; null where unknown.")]
    public required Interval<double>? WinRateInterval { get; init; }

    [JsonPropertyName("length_controlled_win_rate")]
    [Description("Length-controlled win rate in percent, 0 to 100; null where it cannot be computed (notes say why) or does not apply.")]
    public required double? LengthControlledWinRate { get; init; }

    [JsonPropertyName("length_controlled_standard_error")]
    [Description("Standard error of length_controlled_win_rate in percentage points; null where unknown.")]
    public required double? LengthControlledStandardError { get; init; }

    [JsonPropertyName("length_controlled_interval")]
    [Description("Confidence interval of length_controlled_win_rate in percent: lower and upper end; null where unknown.")]
    public required Interval<double>? LengthControlledInterval { get; init; }

    [JsonPropertyName("length_control"), AllowedValues("alpaca_eval_2", "fitted", "minimal", null)]
    [Description("How length_controlled_win_rate was computed: as published, with difficulties fitted to other models, or without; null where there is none.")]
    public required string? LengthControl { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know about this row, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }

    [JsonPropertyName("prediction_powered_win_rate")]
    [Description(
        "Win rate by people's judgement, from the items people judged and all the judge's (PPI++), in percent, 0 to 100; null without "
        + "--human or where prediction_powered_reason says why.")]
    public required double? PredictionPoweredWinRate { get; init; }

    [JsonPropertyName("clusters")]
    [Description("Number G of clusters of judged items behind the win rate's error, the smaller of two ways; null where items are independent.")]
    public required int? Clusters { get; init; }

    [JsonPropertyName("win_rate_interval_method"), AllowedValues("student_t", "clustered_t", "two_way_clustered_t", "wild_cluster_bootstrap", null)]
    [Description("How win_rate_interval was made; null where there is none.")]
    public required string? WinRateIntervalMethod { get; init; }

    [JsonPropertyName("length_controlled_interval_method")]
    [Description("How length_controlled_interval was made, such as sandwich, bootstrap or clustered_sandwich; null where there is none.")]
    public required string? LengthControlledIntervalMethod { get; init; }

    [JsonPropertyName("length_coefficient"), Description("Fitted effect of the standardised length difference in logits; null where it was not fitted.")]
    public required double? LengthCoefficient { get; init; }

    [JsonPropertyName("strength")]
    [Description("Bradley-Terry strength in logits, the baseline's (or else the mean) being 0; null for other methods or where it is infinite.")]
    public required double? Strength { get; init; }

    [JsonPropertyName("strength_standard_error"), Description("Standard error of strength in logits; null where unknown.")]
    public required double? StrengthStandardError { get; init; }

    [JsonPropertyName("strength_interval"), Description("Confidence interval of strength in logits: lower and upper end; null where unknown.")]
    public required Interval<double>? StrengthInterval { get; init; }

    [JsonPropertyName("difference_to_best")]
    [Description("Ranked figure minus the best model's, at most 0: in percentage points, or in logits when ranked_by is strength; null where unknown.")]
    public required double? DifferenceToBest { get; init; }

    [JsonPropertyName("difference_to_best_interval")]
    [Description("Interval of difference_to_best, simultaneous over the models of the judge: lower and upper end, in the same unit; null where unknown.")]
    public required Interval<double>? DifferenceToBestInterval { get; init; }

    [JsonPropertyName("datasets"), Description("Win rate on each data set; null unless asked for.")]
    public required IReadOnlyList<DatasetContract>? Datasets { get; init; }

    [JsonPropertyName("n_nearly_same_output")]
    [Description("Items whose output is (nearly) the model's commonest one; null where outputs are not known.")]
    public required int? NNearlySameOutput { get; init; }

    [JsonPropertyName("n_imitates_judge"), Description("Items noted by their run because an output imitates the judge's labels or the marks of a chat.")]
    public required int NImitatesJudge { get; init; }

    [JsonPropertyName("n_constant_output"), Description("Items noted by their run because the model gives (nearly) the same output to every instruction.")]
    public required int NConstantOutput { get; init; }

    [JsonPropertyName("n_unfenced"), Description("Items noted by their run because the judge was shown the outputs unfenced.")]
    public required int NUnfenced { get; init; }

    [JsonPropertyName("n_replaced_surrogates"), Description("Items noted by their run because a text was no valid Unicode and was replaced by U+FFFD.")]
    public required int NReplacedSurrogates { get; init; }

    [JsonPropertyName("n_label_flipped"), Description("Items noted by their run because a label was flipped on purpose (simulated annotators).")]
    public required int NLabelFlipped { get; init; }

    [JsonPropertyName("independent_standard_error")]
    [Description("Standard error of win_rate with independent items, in percentage points; null unless errors are clustered.")]
    public required double? IndependentStandardError { get; init; }

    [JsonPropertyName("independent_interval")]
    [Description("Student's t interval of win_rate with independent items, in percent; null unless errors are clustered.")]
    public required Interval<double>? IndependentInterval { get; init; }

    [JsonPropertyName("prediction_powered_standard_error")]
    [Description("Standard error of prediction_powered_win_rate in percentage points; null where unknown.")]
    public required double? PredictionPoweredStandardError { get; init; }

    [JsonPropertyName("prediction_powered_interval")]
    [Description("Confidence interval of prediction_powered_win_rate in percent: lower and upper end; null where unknown.")]
    public required Interval<double>? PredictionPoweredInterval { get; init; }

    [JsonPropertyName("n_labelled"), Description("Items that people and the judge judged; null without --human.")]
    public required int? NLabelled { get; init; }

    [JsonPropertyName("n_predicted"), Description("Items of the judge, those that people judged among them; null without --human.")]
    public required int? NPredicted { get; init; }

    [JsonPropertyName("prediction_weight")]
    [Description("lambda of PPI++: 0 trusts people alone, 1 the judge in full; null where there is no prediction_powered_win_rate.")]
    public required double? PredictionWeight { get; init; }

    [JsonPropertyName("human_win_rate"), Description("Win rate by people alone on the items they judged, in percent; null without --human or such items.")]
    public required double? HumanWinRate { get; init; }

    [JsonPropertyName("human_win_rate_standard_error"), Description("Standard error of human_win_rate in percentage points; null where unknown.")]
    public required double? HumanWinRateStandardError { get; init; }

    [JsonPropertyName("human_win_rate_interval"), Description("Confidence interval of human_win_rate in percent: lower and upper end; null where unknown.")]
    public required Interval<double>? HumanWinRateInterval { get; init; }

    [JsonPropertyName("prediction_powered_reason")]
    [Description("Why there is no prediction_powered_win_rate though --human was given, in a sentence; else null.")]
    public required string? PredictionPoweredReason { get; init; }
}
