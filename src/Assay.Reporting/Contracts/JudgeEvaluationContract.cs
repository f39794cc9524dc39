using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>Judges measured against people, as the JSON contract writes it.</summary>
[Description("Judges measured against people. Shares are in percent, 0 to 100; differences in percentage points; a figure without value says why.")]
internal sealed record JudgeEvaluationContract
{
    /// <summary>The version that is written now. It changes when a name goes or changes its meaning; new names come at the end of an object.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), AllowedValues(Version), Description("Version of this contract.")]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("confidence"), Description("Nominal level of every interval, between 0 and 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("seed"), Description("Seed of the bootstrap behind the intervals of correlations.")]
    public required ulong Seed { get; init; }

    [JsonPropertyName("replicates"), Description("Replicates of that bootstrap.")]
    public required int Replicates { get; init; }

    [JsonPropertyName("n_pairs"), Description("Pairs of outputs with a person's verdict.")]
    public required int NPairs { get; init; }

    [JsonPropertyName("peoples_mode"), Description("Pairs by the side most people took, in equal parts where several were taken equally often.")]
    public required SidesContract PeoplesMode { get; init; }

    [JsonPropertyName("annotators"), Description("People as a whole, then every judge in ordinal order.")]
    public required IReadOnlyList<AnnotatorContract> Annotators { get; init; }

    [JsonPropertyName("persons"), Description("Every person, in ordinal order.")]
    public required IReadOnlyList<PersonContract> Persons { get; init; }

    [JsonPropertyName("mean_of_persons"), Description("Percent: mean over people of their leave_one_out, its error that over people.")]
    public required FigureContract MeanOfPersons { get; init; }

    [JsonPropertyName("fleiss_kappa"), Description("Fleiss' kappa of people, at most 1.")]
    public required FigureContract FleissKappa { get; init; }

    [JsonPropertyName("nominal_alpha"), Description("Krippendorff's alpha of people's sides, at most 1.")]
    public required FigureContract NominalAlpha { get; init; }

    [JsonPropertyName("ordinal_alpha"), Description("Krippendorff's alpha of the order of people's preferences, at most 1.")]
    public required FigureContract OrdinalAlpha { get; init; }

    [JsonPropertyName("interval_alpha"), Description("Krippendorff's alpha of people's preferences as numbers, at most 1.")]
    public required FigureContract IntervalAlpha { get; init; }

    [JsonPropertyName("annotator_pairs"), Description("Every two annotators, people and judges.")]
    public required IReadOnlyList<RaterPairContract> AnnotatorPairs { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>Counts of pairs by side.</summary>
internal sealed record SidesContract
{
    [JsonPropertyName("output_1"), Description("Pairs on which most people prefer output_1.")]
    public required double Output1 { get; init; }

    [JsonPropertyName("output_2"), Description("Pairs on which most people prefer output_2.")]
    public required double Output2 { get; init; }

    [JsonPropertyName("tie"), Description("Pairs on which most people see a tie.")]
    public required double Tie { get; init; }
}
