using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A judge, or people as a whole, as the JSON contract writes it.</summary>
internal sealed record AnnotatorContract
{
    [JsonPropertyName("name"), Description("The judge's name; people for people as a whole.")]
    public required string Name { get; init; }

    [JsonPropertyName("kind"), AllowedValues("people", "judge"), Description("Whether these are people as a whole, or a judge.")]
    public required string Kind { get; init; }

    [JsonPropertyName("n_pairs"), Description("Pairs with a row of the annotator and a verdict of a person.")]
    public required int NPairs { get; init; }

    [JsonPropertyName("n_pairs_without_people"), Description("The judge's pairs that no person judged; left out.")]
    public required int NPairsWithoutPeople { get; init; }

    [JsonPropertyName("n_rows"), Description("The annotator's rows on these pairs.")]
    public required int NRows { get; init; }

    [JsonPropertyName("parsed"), Description("Percent of the rows that have a verdict.")]
    public required FigureContract Parsed { get; init; }

    [JsonPropertyName("agreement"), Description("Human agreement, bias and variance, by scoring rule.")]
    public required IReadOnlyList<AgreementContract> Agreement { get; init; }

    [JsonPropertyName("classification"), Description("The judge as a classifier of the side most people took; null for people.")]
    public required ClassificationContract? Classification { get; init; }

    [JsonPropertyName("likings"), Description("How often the annotator prefers the output that has a feature, where exactly one has it.")]
    public required IReadOnlyList<LikingContract> Likings { get; init; }

    [JsonPropertyName("models"), Description("Models by people's win rate, the judge's beside it; empty where models are not named, and for people.")]
    public required IReadOnlyList<ModelWinRatesContract> Models { get; init; }

    [JsonPropertyName("spearman"), Description("Spearman's correlation between the judge's and people's win rates of models, -1 to 1.")]
    public required FigureContract Spearman { get; init; }

    [JsonPropertyName("pearson"), Description("Pearson's correlation between the judge's and people's win rates of models, -1 to 1.")]
    public required FigureContract Pearson { get; init; }

    [JsonPropertyName("price_per_1000"), Description("US dollars for 1,000 rows.")]
    public required FigureContract PricePerThousand { get; init; }

    [JsonPropertyName("seconds_per_1000"), Description("Seconds for 1,000 rows, one after another.")]
    public required FigureContract SecondsPerThousand { get; init; }

    [JsonPropertyName("flips"), Description("Percent of the pairs shown in both orders whose verdict changes its side with the order.")]
    public required FigureContract Flips { get; init; }
}
