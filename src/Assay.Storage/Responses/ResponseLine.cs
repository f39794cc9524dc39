using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Storage.Responses;

/// <summary>A stored answer in a file: a line of the response store, and part of a line of <c>calls.jsonl</c>.</summary>
internal sealed record ResponseLine
{
    public required string Key { get; init; }

    public required string Text { get; init; }

    public int? ReplacedSurrogates { get; init; }

    public string? FinishReason { get; init; }

    public string? Refusal { get; init; }

    public string? Reasoning { get; init; }

    public TokenLine[]? Logprobs { get; init; }

    public required UsageLine Usage { get; init; }

    public decimal? CostUsd { get; init; }

    public string? AnsweredBy { get; init; }

    public required double LatencyMs { get; init; }

    public required int Attempts { get; init; }

    public static ResponseLine Of(StoredResponse response) => new()
    {
        Key = response.Key.Id,
        Text = response.Text,
        ReplacedSurrogates = response.ReplacedSurrogates > 0 ? response.ReplacedSurrogates : null,
        FinishReason = response.FinishReason,
        Refusal = response.Refusal,
        Reasoning = response.Reasoning,
        Logprobs = response.LogProbabilities is { } given ? [.. given.Tokens.Select(TokenLine.Of)] : null,
        Usage = new UsageLine(response.Usage.Input, response.Usage.CachedInput, response.Usage.Output, response.Usage.Reasoning),
        CostUsd = response.Cost,
        AnsweredBy = response.AnsweredBy,
        LatencyMs = response.Latency.TotalMilliseconds,
        Attempts = response.Attempts,
    };

    public StoredResponse ToResponse() => new()
    {
        Key = new ResponseKey(Key),
        Text = Text,
        ReplacedSurrogates = ReplacedSurrogates ?? 0,
        FinishReason = FinishReason,
        Refusal = Refusal,
        Reasoning = Reasoning,
        LogProbabilities = Logprobs is null ? null : new TokenLogProbabilities([.. Logprobs.Select(token => token.ToToken())]),
        Usage = new TokenUsage(Usage.Input, Usage.CachedInput, Usage.Output, Usage.Reasoning),
        Cost = CostUsd,
        AnsweredBy = AnsweredBy,
        Latency = new TimeSpan((long)Math.Round(LatencyMs * TimeSpan.TicksPerMillisecond)),
        Attempts = Attempts,
    };
}

/// <summary>Tokens of a call; absent is unknown.</summary>
internal sealed record UsageLine(long? Input, long? CachedInput, long? Output, long? Reasoning);

/// <summary>A token with its log-probability (absent: unknown, as for the first token of an echoed text) and alternatives.</summary>
internal sealed record TokenLine(string Token, double? Logprob, AlternativeLine[]? Top)
{
    public static TokenLine Of(TokenLogProbability token) => new(
        token.Token, token.LogProbability,
        token.Top.IsDefaultOrEmpty ? null : [.. token.Top.Select(static other => new AlternativeLine(other.Token, other.LogProbability))]);

    public TokenLogProbability ToToken() =>
        new(Token, Logprob, Top is null ? [] : [.. Top.Select(static other => new TokenAlternative(other.Token, other.Logprob))]);
}

/// <summary>A token that could have stood there.</summary>
internal sealed record AlternativeLine(string Token, double Logprob);

/// <summary>The response store's own description: <c>store.json</c>.</summary>
internal sealed record StoreFile(int SchemaVersion, int KeyVersion);
