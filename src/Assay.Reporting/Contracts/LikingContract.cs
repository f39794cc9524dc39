using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>What an annotator likes, as the JSON contract writes it.</summary>
internal sealed record LikingContract
{
    [JsonPropertyName("feature"), AllowedValues("longer", "list", "shown_first", "own_family")]
    [Description("What one of the two outputs has: more than 30 characters more; a list; the first place; an author of the judge's own family.")]
    public required string Feature { get; init; }

    [JsonPropertyName("share"), Description("Percent of decided pairs on which the annotator prefers the output that has it.")]
    public required FigureContract Share { get; init; }

    [JsonPropertyName("peoples_share"), Description("Percent: the same of people, on the pairs the judge judged.")]
    public required FigureContract PeoplesShare { get; init; }

    [JsonPropertyName("controlled"), Description("Percent between outputs that people like equally, by logistic regression.")]
    public required FigureContract Controlled { get; init; }

    [JsonPropertyName("peoples_controlled"), Description("Percent: the same of a person, between outputs that the others like equally.")]
    public required FigureContract PeoplesControlled { get; init; }
}

/// <summary>A model's two win rates.</summary>
internal sealed record ModelWinRatesContract
{
    [JsonPropertyName("model"), Description("The model.")]
    public required string Model { get; init; }

    [JsonPropertyName("judge_win_rate"), Description("Mean preference of the judge over the model's pairs, in percent; ties count a half.")]
    public required double JudgeWinRate { get; init; }

    [JsonPropertyName("people_win_rate"), Description("Mean preference of people over the same pairs, in percent; ties count a half.")]
    public required double PeopleWinRate { get; init; }

    [JsonPropertyName("n_pairs"), Description("Pairs of the model with a verdict of both.")]
    public required int NPairs { get; init; }
}
