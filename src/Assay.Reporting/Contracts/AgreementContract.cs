using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>Agreement with people under one scoring rule, as the JSON contract writes it.</summary>
internal sealed record AgreementContract
{
    [JsonPropertyName("rule"), AllowedValues("zero_one", "absolute"), Description("How verdicts are scored: by their side, or by their distance.")]
    public required string Rule { get; init; }

    [JsonPropertyName("against_all"), Description("Percent: a verdict against the mode of all people; AlpacaEval's human agreement of a judge.")]
    public required FigureContract AgainstAll { get; init; }

    [JsonPropertyName("leave_one_out"), Description("Percent: a verdict against the mode of all people but one; alone compares judges with people.")]
    public required FigureContract LeaveOneOut { get; init; }

    [JsonPropertyName("difference_from_people"), Description("Percentage points: the judge's leave_one_out minus people's, on the same pairs.")]
    public required FigureContract DifferenceFromPeople { get; init; }

    [JsonPropertyName("bias"), Description("Percent: how often the judge's mode is not people's mode.")]
    public required FigureContract Bias { get; init; }

    [JsonPropertyName("variance"), Description("Percent: how often one verdict of the annotator is not the mode of its others.")]
    public required FigureContract Variance { get; init; }
}
