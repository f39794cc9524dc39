using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Responses;

namespace Assay.Models.OpenAi;

/// <summary>
/// Reads log-probabilities in both forms there are: a list of objects under <c>content</c> (chat), and parallel lists <c>tokens</c>, <c>token_logprobs</c> and
/// <c>top_logprobs</c> (plain completions).
/// </summary>
internal static class LogProbabilityBody
{
    /// <summary>The tokens of a choice; null where there are none.</summary>
    /// <exception cref="FormatException">What is there is of neither form.</exception>
    public static TokenLogProbabilities? Read(JsonElement choice)
    {
        if (!choice.TryGetProperty("logprobs", out JsonElement logprobs) || logprobs.ValueKind != JsonValueKind.Object) return null;
        if (logprobs.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Array)
            return new TokenLogProbabilities([.. content.EnumerateArray().Select(Token)]);
        if (logprobs.TryGetProperty("tokens", out JsonElement tokens) && tokens.ValueKind == JsonValueKind.Array) return Parallel(logprobs, tokens);
        return null;
    }

    private static TokenLogProbability Token(JsonElement token) => new(
        Name(token),
        Number(token, "logprob"),
        token.TryGetProperty("top_logprobs", out JsonElement top) && top.ValueKind == JsonValueKind.Array
            ? Sorted(top.EnumerateArray().Select(static other => new TokenAlternative(Name(other), Number(other, "logprob"))))
            : []);

    private static TokenLogProbabilities Parallel(JsonElement logprobs, JsonElement tokens)
    {
        JsonElement[] values = List(logprobs, "token_logprobs");
        JsonElement[] tops = List(logprobs, "top_logprobs");
        if (values.Length != tokens.GetArrayLength()) throw new FormatException("the answer's \"tokens\" and \"token_logprobs\" are not of one length");
        ImmutableArray<TokenLogProbability>.Builder read = ImmutableArray.CreateBuilder<TokenLogProbability>(values.Length);
        foreach (JsonElement token in tokens.EnumerateArray())
        {
            int place = read.Count;
            if (token.ValueKind != JsonValueKind.String) throw new FormatException("a token of the answer's log-probabilities is no text");
            read.Add(new TokenLogProbability(JsonTexts.Read(token), NumberOrNull(values[place]), place < tops.Length ? Alternatives(tops[place]) : []));
        }
        return new TokenLogProbabilities(read.MoveToImmutable());
    }

    // {"token": -0.1, ...}, or null at the first token of an echo.
    private static ImmutableArray<TokenAlternative> Alternatives(JsonElement top) => top.ValueKind != JsonValueKind.Object
        ? []
        : Sorted(top.EnumerateObject()
            .Where(static other => other.Value.ValueKind == JsonValueKind.Number)
            .Select(static other => new TokenAlternative(other.Name, other.Value.GetDouble())));

    private static ImmutableArray<TokenAlternative> Sorted(IEnumerable<TokenAlternative> alternatives) =>
        [.. alternatives.OrderByDescending(static alternative => alternative.LogProbability)];

    private static JsonElement[] List(JsonElement logprobs, string name) =>
        logprobs.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string Name(JsonElement token) =>
        token.ValueKind == JsonValueKind.Object && token.TryGetProperty("token", out JsonElement name) && name.ValueKind == JsonValueKind.String
        ? JsonTexts.Read(name)
        : throw new FormatException("a token of the answer's log-probabilities has no \"token\"");

    private static double Number(JsonElement token, string name) => token.TryGetProperty(name, out JsonElement value) && NumberOrNull(value) is { } number
        ? number
        : throw new FormatException($"a token of the answer's log-probabilities has no number in \"{name}\"");

    private static double? NumberOrNull(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null;
}
