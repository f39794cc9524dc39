using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Assay.Core.Watermarks;

namespace Assay.Reporting.Contracts;

/// <summary>The JSON of <c>assay watermark detect</c>. The key's seed is a secret and stays out.</summary>
internal sealed record WatermarkContract
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), Description("Version of this contract."), AllowedValues(Version)]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("p_value"), Description("Probability, 0 to 1, of an alignment this good under keys the text does not depend on.")]
    public required double PValue { get; init; }

    [JsonPropertyName("statistic"), Description("Least alignment cost of a block with the key.")]
    public required double Statistic { get; init; }

    [JsonPropertyName("n_tokens"), Description("Tokens of the text.")]
    public required int NTokens { get; init; }

    [JsonPropertyName("n_different_tokens"), Description("Different ones among them.")]
    public required int NDifferentTokens { get; init; }

    [JsonPropertyName("scheme"), Description("How the key chooses tokens."), AllowedValues("exponential_minimum", "inverse_transform")]
    public required string Scheme { get; init; }

    [JsonPropertyName("key_length"), Description("Positions of the key.")]
    public required int KeyLength { get; init; }

    [JsonPropertyName("block"), Description("Tokens of a block.")]
    public required int Block { get; init; }

    [JsonPropertyName("gap"), Description("Cost of an insertion or deletion; null where tokens were aligned one by one.")]
    public required double? Gap { get; init; }

    [JsonPropertyName("resamples"), Description("Random keys behind the p-value.")]
    public required int Resamples { get; init; }

    [JsonPropertyName("seed"), Description("Seed of the random keys.")]
    public required ulong Seed { get; init; }

    public static WatermarkContract Of(WatermarkEvidence evidence) => new()
    {
        SchemaVersion = Version,
        PValue = evidence.PValue,
        Statistic = evidence.Statistic,
        NTokens = evidence.Tokens,
        NDifferentTokens = evidence.DifferentTokens,
        Scheme = evidence.Test.Key.Scheme == WatermarkScheme.ExponentialMinimum ? "exponential_minimum" : "inverse_transform",
        KeyLength = evidence.Test.Key.Length,
        Block = evidence.Block,
        Gap = evidence.Test.Gap,
        Resamples = evidence.Test.Resamples,
        Seed = evidence.Test.Seed,
    };
}
