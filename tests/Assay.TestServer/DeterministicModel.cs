using System.Globalization;
using System.Text.Json;

namespace Assay.TestServer;

/// <summary>
/// The model behind the server: a function of the prompt alone. Held to a schema it fills it in; asked for log-probabilities it names one of its labels;
/// otherwise it writes a sentence.
/// </summary>
public sealed class DeterministicModel(params string[] labels)
{
    private readonly string[] _labels = labels.Length > 0 ? labels : ["m", "M"];

    /// <summary>The reply to a question.</summary>
    public ModelReply Reply(ModelQuestion question)
    {
        ulong hash = question.Identity;
        if (question.IsEcho) return Echo(question.Prompt);
        if (question.Schema is { } schema) return new ModelReply(Fill(schema, hash));
        if (question.Alternatives is not null) return Label(hash);
        return new ModelReply(string.Create(CultureInfo.InvariantCulture, $"Answer {hash:x16} to a question of {question.Prompt.Length} characters."));
    }

    // The probability of the first label is uniform on (0, 1) over prompts; the others share what is left.
    private ModelReply Label(ulong hash)
    {
        double first = ((hash >> 11) + 0.5) * (1.0 / (1UL << 53));
        double rest = (1 - first) / Math.Max(1, _labels.Length - 1);
        (string Text, double LogProbability)[] alternatives =
            [.. _labels.Select((label, place) => (label, Math.Log(place == 0 ? first : rest))).OrderByDescending(static alternative => alternative.Item2)];
        ReplyToken token = new(alternatives[0].Text, alternatives[0].LogProbability, alternatives);
        return new ModelReply(token.Text) { Tokens = [token], FinishReason = "length" };
    }

    /// <summary>The prompt's words as tokens, the first without a log-probability.</summary>
    private static ModelReply Echo(string prompt)
    {
        List<ReplyToken> tokens = [];
        for (int start = 0; start < prompt.Length;)
        {
            int end = prompt.IndexOf(' ', start + 1);
            if (end < 0) end = prompt.Length;
            string text = prompt[start..end];
            double? logProbability = start == 0 ? null : (FaultPlan.Hash(text) % 1000) / -100.0;
            tokens.Add(new ReplyToken(text, logProbability, logProbability is { } known ? [(text, known)] : []));
            start = end;
        }
        return new ModelReply(prompt) { Tokens = tokens };
    }

    private static string Fill(JsonElement schema, ulong hash)
    {
        Dictionary<string, object?> filled = [];
        foreach (JsonProperty property in schema.GetProperty("properties").EnumerateObject())
        {
            hash = hash * 6364136223846793005 + 1442695040888963407;
            filled[property.Name] = Value(property.Value, hash >> 32);
        }
        return JsonSerializer.Serialize(filled);
    }

    private static object? Value(JsonElement schema, ulong hash)
    {
        if (schema.TryGetProperty("enum", out JsonElement values)) return values[(int)(hash % (ulong)values.GetArrayLength())];
        return schema.GetProperty("type").GetString() switch
        {
            "integer" or "number" => (int)(hash % 10),
            "boolean" => hash % 2 == 0,
            _ => string.Create(CultureInfo.InvariantCulture, $"because {hash:x}"),
        };
    }
}
