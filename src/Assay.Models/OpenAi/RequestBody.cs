using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Texts;

namespace Assay.Models.OpenAi;

/// <summary>Writes a request as the JSON that OpenAI's endpoints read.</summary>
internal static class RequestBody
{
    // Texts are sent as UTF-8, not as escapes three times their size; no browser reads this.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body for <c>/chat/completions</c> or <c>/completions</c>.</summary>
    /// <exception cref="InputException">A plain completion has more than one message.</exception>
    public static BinaryData Write(ModelRequest request)
    {
        using RentedBytes bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("model"u8, request.Model);
            if (request.Kind == ModelKind.Chat) WriteChat(json, request);
            else WriteCompletion(json, request);
            foreach ((string name, JsonElement value) in request.Parameters.Values)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        // A copy of its own: a connection may still be sending it when the call has been given up.
        return new BinaryData(bytes.Written.ToArray());
    }

    private static void WriteChat(Utf8JsonWriter json, ModelRequest request)
    {
        json.WriteStartArray("messages"u8);
        foreach (PromptMessage message in request.Messages)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, message.Role);
            json.WriteString("content"u8, message.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (request.LogProbabilities is { } asked)
        {
            json.WriteBoolean("logprobs"u8, true);
            if (asked.Top > 0) json.WriteNumber("top_logprobs"u8, asked.Top);
        }
        if (request.ResponseFormat is { } format) WriteFormat(json, format);
    }

    private static void WriteCompletion(Utf8JsonWriter json, ModelRequest request)
    {
        if (request.Messages.Length != 1)
            throw new InputException($"The model \"{request.Model}\" takes one text as its prompt, not {request.Messages.Length} messages.");
        json.WriteString("prompt"u8, request.Messages[0].Text);
        if (request.LogProbabilities is { } asked) json.WriteNumber("logprobs"u8, asked.Top);
        if (request.ResponseFormat is { } format) WriteFormat(json, format);
    }

    private static void WriteFormat(Utf8JsonWriter json, ResponseFormat format)
    {
        json.WriteStartObject("response_format"u8);
        if (format.Schema is { } schema)
        {
            json.WriteString("type"u8, "json_schema"u8);
            json.WriteStartObject("json_schema"u8);
            json.WriteString("name"u8, format.Name);
            json.WriteBoolean("strict"u8, true);
            json.WritePropertyName("schema"u8);
            schema.WriteTo(json);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("type"u8, "json_object"u8);
        }
        json.WriteEndObject();
    }
}
