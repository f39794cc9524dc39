using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A person, as the JSON contract writes it.</summary>
internal sealed record PersonContract
{
    [JsonPropertyName("name"), Description("The person.")]
    public required string Name { get; init; }

    [JsonPropertyName("n_rows"), Description("Pairs the person was asked.")]
    public required int NRows { get; init; }

    [JsonPropertyName("n_parsed"), Description("Pairs with a verdict of the person.")]
    public required int NParsed { get; init; }

    [JsonPropertyName("leave_one_out"), Description("Percent of the person's verdicts that agree with the mode of the others'.")]
    public required FigureContract LeaveOneOut { get; init; }
}

/// <summary>Two annotators.</summary>
internal sealed record RaterPairContract
{
    [JsonPropertyName("annotator_1"), Description("One of the two annotators.")]
    public required string Annotator1 { get; init; }

    [JsonPropertyName("annotator_2"), Description("The other one.")]
    public required string Annotator2 { get; init; }

    [JsonPropertyName("n_pairs"), Description("Pairs with a verdict of both.")]
    public required int NPairs { get; init; }

    [JsonPropertyName("agreement"), Description("Percent of equal sides.")]
    public required FigureContract Agreement { get; init; }

    [JsonPropertyName("kappa"), Description("Cohen's kappa, -1 to 1.")]
    public required FigureContract Kappa { get; init; }

    [JsonPropertyName("linear_kappa"), Description("Cohen's kappa with linear weights, a tie between the two outputs, -1 to 1.")]
    public required FigureContract LinearKappa { get; init; }
}
