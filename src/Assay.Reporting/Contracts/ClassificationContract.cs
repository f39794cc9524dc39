using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A judge as a classifier, as the JSON contract writes it.</summary>
internal sealed record ClassificationContract
{
    [JsonPropertyName("accuracy"), Description("Percent of pairs on which the judge takes the side most people took; unparsed ones are wrong.")]
    public required FigureContract Accuracy { get; init; }

    [JsonPropertyName("parsed_accuracy"), Description("Percent, over the verdicts that could be read.")]
    public required FigureContract ParsedAccuracy { get; init; }

    [JsonPropertyName("macro_precision"), Description("Percent: mean precision of output_1, output_2 and tie.")]
    public required FigureContract MacroPrecision { get; init; }

    [JsonPropertyName("macro_recall"), Description("Percent: mean recall of output_1, output_2 and tie.")]
    public required FigureContract MacroRecall { get; init; }

    [JsonPropertyName("macro_f1"), Description("Percent: mean F1 of output_1, output_2 and tie.")]
    public required FigureContract MacroF1 { get; init; }

    [JsonPropertyName("confusion"), Description("Pairs by the judge's verdict and the side most people took, in equal parts where people's mode is tied.")]
    public required IReadOnlyList<ConfusionRowContract> Confusion { get; init; }
}

/// <summary>A row of a confusion table.</summary>
internal sealed record ConfusionRowContract
{
    [JsonPropertyName("judge"), AllowedValues("output_1", "output_2", "tie", "unparsed"), Description("The judge's verdict.")]
    public required string Judge { get; init; }

    [JsonPropertyName("output_1"), Description("Pairs on which most people prefer output_1.")]
    public required double Output1 { get; init; }

    [JsonPropertyName("output_2"), Description("Pairs on which most people prefer output_2.")]
    public required double Output2 { get; init; }

    [JsonPropertyName("tie"), Description("Pairs on which most people see a tie.")]
    public required double Tie { get; init; }
}
