using System.Text.Json;

namespace Assay.TestServer;

/// <summary>A call as the server understood it.</summary>
/// <param name="Prompt">Texts of all messages, or the prompt of a plain completion, one after another with line feeds between.</param>
/// <param name="IsChat">Whether it came to <c>/chat/completions</c>.</param>
/// <param name="Body">The body as it came.</param>
public sealed record ModelQuestion(string Prompt, bool IsChat, JsonElement Body)
{
    /// <summary>A hash of the prompt: what tells one question from another.</summary>
    public ulong Identity { get; } = FaultPlan.Hash(Prompt);

    /// <summary>The hash of a prompt, to look its counts up.</summary>
    public static ulong IdentityOf(string prompt) => FaultPlan.Hash(prompt);

    /// <summary>Alternatives asked for at each token; null where no log-probabilities were asked for.</summary>
    public int? Alternatives
    {
        get
        {
            if (!Body.TryGetProperty("logprobs", out JsonElement asked)) return null;
            if (asked.ValueKind == JsonValueKind.Number) return asked.GetInt32();
            if (asked.ValueKind != JsonValueKind.True) return null;
            return Body.TryGetProperty("top_logprobs", out JsonElement top) ? top.GetInt32() : 0;
        }
    }

    /// <summary>Whether the prompt is to be repeated.</summary>
    public bool IsEcho => Body.TryGetProperty("echo", out JsonElement echo) && echo.ValueKind == JsonValueKind.True;

    /// <summary>The schema the answer is held to; null where there is none.</summary>
    public JsonElement? Schema =>
        Body.TryGetProperty("response_format", out JsonElement format) && format.TryGetProperty("json_schema", out JsonElement named)
            ? named.GetProperty("schema")
            : null;

    internal static ModelQuestion Read(JsonElement body, bool isChat)
    {
        string prompt = isChat
            ? string.Join('\n', body.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("content").GetString()))
            : body.GetProperty("prompt").GetString()!;
        return new ModelQuestion(prompt, isChat, body);
    }
}
