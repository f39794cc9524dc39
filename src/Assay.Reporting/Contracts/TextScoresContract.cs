using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Assay.Core.LanguageModels;

namespace Assay.Reporting.Contracts;

/// <summary>The JSON of <c>assay lm score</c>.</summary>
internal sealed record TextScoresContract
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), Description("Version of this contract."), AllowedValues(Version)]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("model"), Description("Name of the model.")]
    public required string Model { get; init; }

    [JsonPropertyName("texts"), Description("The files, in the order asked.")]
    public required IReadOnlyList<LikelihoodContract> Texts { get; init; }

    [JsonPropertyName("total"), Description("All files taken as one text.")]
    public required LikelihoodContract Total { get; init; }

    public static TextScoresContract Of(TextScores scores) => new()
    {
        SchemaVersion = Version,
        Model = scores.Model,
        Texts = [.. scores.Files.Select(static file => LikelihoodContract.Of(file.Name, file.Likelihood))],
        Total = LikelihoodContract.Of("all", scores.Total),
    };
}

/// <summary>How probable a text is.</summary>
internal sealed record LikelihoodContract
{
    [JsonPropertyName("text"), Description("Name of the file.")]
    public required string Text { get; init; }

    [JsonPropertyName("n_tokens"), Description("Tokens with a log-probability.")]
    public required long NTokens { get; init; }

    [JsonPropertyName("n_bytes"), Description("Bytes of UTF-8.")]
    public required long NBytes { get; init; }

    [JsonPropertyName("log_probability"), Description("Sum of the natural log-probabilities of the tokens.")]
    public required double LogProbability { get; init; }

    [JsonPropertyName("perplexity"), Description("exp of the mean negative log-probability of a token.")]
    public required double? Perplexity { get; init; }

    [JsonPropertyName("bits_per_byte"), Description("Negative base-2 log-probability per byte.")]
    public required double? BitsPerByte { get; init; }

    public static LikelihoodContract Of(string name, TextLikelihood likelihood) => new()
    {
        Text = name,
        NTokens = likelihood.Tokens,
        NBytes = likelihood.Bytes,
        LogProbability = likelihood.LogProbability,
        Perplexity = likelihood.Perplexity,
        BitsPerByte = likelihood.BitsPerByte,
    };
}
