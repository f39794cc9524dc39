using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Assay.TestServer;

/// <summary>Writes a reply in OpenAI's wire format.</summary>
internal static partial class ReplyBody
{
    public static string Write(ModelQuestion question, ModelReply reply, bool withLogProbabilities = true)
    {
        int input = Tokens(question.Prompt);
        int output = Tokens(reply.Text ?? "");
        reply = reply with { Text = reply.Text is { } text ? Marked(text) : null };
        JsonObject choice = new() { ["index"] = 0, ["finish_reason"] = reply.FinishReason };
        if (question.IsChat)
        {
            JsonObject message = new() { ["role"] = "assistant", ["content"] = reply.Text, ["refusal"] = reply.Refusal };
            if (reply.Reasoning is not null) message["reasoning_content"] = reply.Reasoning;
            SayInCall(question, reply, message);
            choice["message"] = message;
        }
        else
        {
            choice["text"] = reply.Text;
        }
        if (withLogProbabilities && question.Alternatives is { } top) choice["logprobs"] = LogProbabilities(question.IsChat, reply, top);
        JsonObject body = new()
        {
            ["id"] = "reply",
            ["object"] = question.IsChat ? "chat.completion" : "text_completion",
            ["created"] = 1700000000.25,
            ["model"] = question.Body.GetProperty("model").GetString() + "-served",
            ["choices"] = new JsonArray(choice),
            ["usage"] = new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output },
        };
        return Mark.Replace(body.ToJsonString(), "\\u$1");
    }

    // .NET writes no lone surrogate, and some servers do: it travels behind a mark and is put in at the end.
    [GeneratedRegex(@"\\uF8FF([0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Mark { get; }

    private static string Marked(string text)
    {
        StringBuilder marked = new();
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair) marked.Append(text, i++, 2);
            else if (char.IsSurrogate(text[i])) marked.Append(CultureInfo.InvariantCulture, $"\uF8FF{(int)text[i]:X4}");
            else marked.Append(text[i]);
        }
        return marked.ToString();
    }

    // Told to call a function, it says what it has to say in the arguments.
    private static void SayInCall(ModelQuestion question, ModelReply reply, JsonObject message)
    {
        bool isTool = question.Body.TryGetProperty("tools", out _);
        if (!isTool && !question.Body.TryGetProperty("functions", out _)) return;
        JsonObject call = new() { ["name"] = "f", ["arguments"] = reply.Text };
        message["content"] = null;
        if (isTool) message["tool_calls"] = new JsonArray(new JsonObject { ["id"] = "call", ["type"] = "function", ["function"] = call });
        else message["function_call"] = call;
    }

    /// <summary>Tokens as the server counts them: a quarter of the bytes, at least one.</summary>
    public static int Tokens(string text) => Math.Max(1, Encoding.UTF8.GetByteCount(text) / 4);

    private static JsonObject LogProbabilities(bool isChat, ModelReply reply, int top)
    {
        IReadOnlyList<ReplyToken> tokens = reply.Tokens ?? [.. (reply.Text ?? "").Split(' ').Select(static word => new ReplyToken(word, -0.5, [(word, -0.5)]))];
        if (isChat)
        {
            return new JsonObject
            {
                ["content"] = new JsonArray([.. tokens.Select(token => (JsonNode)new JsonObject
                {
                    ["token"] = token.Text,
                    ["logprob"] = token.LogProbability,
                    ["top_logprobs"] = new JsonArray([.. token.Alternatives.Take(top).Select(static other => (JsonNode)new JsonObject
                    {
                        ["token"] = other.Text,
                        ["logprob"] = other.LogProbability,
                    })]),
                })]),
            };
        }
        return new JsonObject
        {
            ["tokens"] = new JsonArray([.. tokens.Select(static token => (JsonNode)token.Text)]),
            ["token_logprobs"] = new JsonArray([.. tokens.Select(static token => (JsonNode?)token.LogProbability)]),
            ["top_logprobs"] = new JsonArray([.. tokens.Select(token => token.LogProbability is null ? null : (JsonNode)new JsonObject(
                token.Alternatives.Take(top).Select(static other => KeyValuePair.Create(other.Text, (JsonNode?)other.LogProbability))))]),
            ["text_offset"] = new JsonArray(),
        };
    }
}
