using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Assay.Core.Audits.Contamination;

namespace Assay.Reporting.Contracts;

/// <summary>The JSON of <c>assay audit contamination</c>.</summary>
internal sealed record ContaminationContract
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), Description("Version of this contract."), AllowedValues(Version)]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("model"), Description("Name of the model.")]
    public required string Model { get; init; }

    [JsonPropertyName("n_examples"), Description("Examples of the set.")]
    public required int NExamples { get; init; }

    [JsonPropertyName("permutations"), Description("Random orders of each shard.")]
    public required int Permutations { get; init; }

    [JsonPropertyName("seed"), Description("Seed of permutations and ties.")]
    public required ulong Seed { get; init; }

    [JsonPropertyName("permutation_p_value"), Description("Exact one-sided p-value, 0 to 1, of the permutation test over all shards together.")]
    public required double PermutationPValue { get; init; }

    [JsonPropertyName("sharded_p_value"), Description("One-sided p-value, 0 to 1, of Student's t over shards; null where there is one, or all differ equally.")]
    public required double? ShardedPValue { get; init; }

    [JsonPropertyName("mean_difference"), Description("Log-probability of the published order minus the mean of random ones, averaged over shards, in nats.")]
    public required double MeanDifference { get; init; }

    [JsonPropertyName("shards"), Description("The shards, in the set's order.")]
    public required IReadOnlyList<ShardContract> Shards { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }

    public static ContaminationContract Of(ContaminationReport report) => new()
    {
        SchemaVersion = Version,
        Model = report.Model,
        NExamples = report.Examples,
        Permutations = report.Options.Permutations,
        Seed = report.Options.Seed,
        PermutationPValue = report.PermutationPValue,
        ShardedPValue = report.ShardedPValue,
        MeanDifference = report.MeanDifference,
        Shards = [.. report.Shards.Select(static shard => new ShardContract { Canonical = shard.Canonical, Shuffled = shard.Shuffled })],
        Notes = report.Notes,
    };
}

/// <summary>One shard.</summary>
internal sealed record ShardContract
{
    [JsonPropertyName("canonical"), Description("Log-probability in the published order, in nats.")]
    public required double Canonical { get; init; }

    [JsonPropertyName("shuffled"), Description("Log-probabilities in random orders, in nats.")]
    public required IReadOnlyList<double> Shuffled { get; init; }
}
