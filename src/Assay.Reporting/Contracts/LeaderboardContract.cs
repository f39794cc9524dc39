using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A leaderboard as the JSON contract writes it; a comparison has the same fields, and its pairs behind the models.</summary>
[Description("Models ranked from pairwise judgements. Rates are in percent, 0 to 100; differences in percentage points; null means unknown or not applicable.")]
internal record LeaderboardContract
{
    /// <summary>The version that is written now. It changes when a name goes or changes its meaning; new names come at the end of an object.</summary>
    public const int Version = 1;

    /// <summary>The place of what a contract has behind its models. The rest of this record comes after it.</summary>
    protected const int BehindModels = 1;

    [JsonPropertyName("schema_version"), AllowedValues(Version), Description("Version of this contract.")]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("baseline"), Description("Name of the model that all others were compared with; null for a Bradley-Terry ranking without one.")]
    public required string? Baseline { get; init; }

    [JsonPropertyName("annotators"), Description("Names of the judges, in ordinal order.")]
    public required IReadOnlyList<string> Annotators { get; init; }

    [JsonPropertyName("confidence"), Description("Nominal level of every interval, between 0 and 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("models"), Description("The models: grouped by judge, each group best first.")]
    public required IReadOnlyList<ModelContract> Models { get; init; }

    [JsonPropertyName("method"), JsonPropertyOrder(BehindModels + 1), AllowedValues("win_rate", "bradley_terry")]
    [Description("How models were compared: each with the baseline, or all by one strength each.")]
    public required string Method { get; init; }

    [JsonPropertyName("ranked_by"), JsonPropertyOrder(BehindModels + 1), AllowedValues("length_controlled", "win_rate", "strength")]
    [Description("The figure that ranks.")]
    public required string RankedBy { get; init; }

    [JsonPropertyName("seed"), JsonPropertyOrder(BehindModels + 1), Description("Seed of everything random behind the numbers.")]
    public required ulong Seed { get; init; }

    [JsonPropertyName("n_instructions"), JsonPropertyOrder(BehindModels + 1), Description("Number of distinct instructions in the files.")]
    public required int NInstructions { get; init; }

    [JsonPropertyName("notes"), JsonPropertyOrder(BehindModels + 1), Description("What a reader must know about the whole table, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }
}
