namespace Assay.TestServer;

/// <summary>What the server's model says.</summary>
/// <param name="Text">The answer; null: it says nothing.</param>
public sealed record ModelReply(string? Text)
{
    /// <summary>Why it ends.</summary>
    public string FinishReason { get; init; } = "stop";

    /// <summary>Tokens with their log-probabilities and alternatives; sent only where asked for. Null: made up from the words.</summary>
    public IReadOnlyList<ReplyToken>? Tokens { get; init; }

    /// <summary>A refusal in the endpoint's own field; null for none.</summary>
    public string? Refusal { get; init; }

    /// <summary>Thinking in <c>reasoning_content</c>; null for none.</summary>
    public string? Reasoning { get; init; }
}

/// <summary>A token of a reply.</summary>
/// <param name="Text">The token.</param>
/// <param name="LogProbability">Its log-probability; null at the start of an echo.</param>
/// <param name="Alternatives">Tokens that could stand there, the token among them.</param>
public sealed record ReplyToken(string Text, double? LogProbability, IReadOnlyList<(string Text, double LogProbability)> Alternatives);
