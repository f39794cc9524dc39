using System.Text;
using System.Text.Json;
using Assay.Models.Secrets;

namespace Assay.Models.OpenAi;

/// <summary>What an endpoint says went wrong.</summary>
/// <param name="Message">Its words in one line of at most 300 characters, without secrets; empty where it says nothing.</param>
/// <param name="Code">Its code (<c>model_not_found</c>, <c>insufficient_quota</c>), or empty.</param>
internal sealed record ErrorBody(string Message, string Code)
{
    private const int Longest = 300;
    private const int MostRead = 16 * 1024;

    /// <summary>Whether an answer that came with a good status is an error all the same: <c>{"error": ...}</c> without choices.</summary>
    public static bool IsError(JsonElement root) => root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("choices", out _)
        && root.TryGetProperty("error", out JsonElement error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String;

    /// <summary>Reads an error in any of the forms there are; what is no JSON is quoted.</summary>
    public static ErrorBody Read(ReadOnlyMemory<byte> body, SecretText redaction)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Read(document.RootElement, redaction);
        }
        catch (JsonException)
        {
            ReadOnlySpan<byte> start = body.Span[..Math.Min(body.Length, MostRead)];
            return new ErrorBody(OneLine(redaction.RemoveFromError(Encoding.UTF8.GetString(start))), "");
        }
    }

    /// <summary>Reads an error that is JSON.</summary>
    public static ErrorBody Read(JsonElement root, SecretText redaction)
    {
        JsonElement error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out JsonElement inner) ? inner : root;
        if (error.ValueKind != JsonValueKind.Object) return new ErrorBody(Clean(AnyText(error) ?? "", redaction), "");
        string message = Member(error, "message") ?? Member(error, "detail") ?? Member(error, "msg") ?? "";
        return new ErrorBody(Clean(message, redaction), Clean(Member(error, "code") ?? Member(error, "type") ?? "", redaction));
    }

    private static string? Member(JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement value) ? AnyText(value) : null;

    private static string? AnyText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonTexts.Read(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // Secrets go before the text is cut: half a key at the end would no longer be recognised.
    private static string Clean(string text, SecretText redaction) => OneLine(redaction.RemoveFromError(text[..Math.Min(text.Length, MostRead)]));

    // Control characters would reach a terminal.
    private static string OneLine(string text)
    {
        string plain = string.Concat(text.Select(static character => char.IsControl(character) ? ' ' : character));
        string line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest) return line;
        int end = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..end] + "...";
    }
}
