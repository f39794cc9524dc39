using Assay.Core.Responses;
using Assay.Core.Texts;

namespace Assay.Evaluation.Verdicts;

/// <summary>What a verdict is read from.</summary>
public sealed record JudgeAnswer
{
    /// <summary>The answer's text, without thinking where that is stripped.</summary>
    public required string Text { get; init; }

    /// <summary>Why the answer ends, in the endpoint's own word; null where unknown.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The model's refusal in its own words; null where it marks none.</summary>
    public string? Refusal { get; init; }

    /// <summary>Log-probabilities of all tokens, those of the thinking included; null where there are none.</summary>
    public TokenLogProbabilities? LogProbabilities { get; init; }

    /// <summary>Lone surrogates of the answer that were replaced by U+FFFD.</summary>
    public int ReplacedSurrogates { get; init; }

    /// <summary>Whether thinking is stripped, so that tokens are counted after it.</summary>
    public bool IsThinkingStripped { get; init; }

    /// <summary>Whether the endpoint withheld (some of) the answer.</summary>
    public bool IsFiltered => string.Equals(FinishReason, "content_filter", StringComparison.Ordinal);

    /// <summary>Whether the answer was cut at the most tokens allowed.</summary>
    public bool IsCut => string.Equals(FinishReason, "length", StringComparison.Ordinal);

    /// <summary>A stored answer.</summary>
    /// <param name="response">The answer as it came.</param>
    /// <param name="stripThinking">Whether the model's specification strips thinking.</param>
    public static JudgeAnswer Of(StoredResponse response, bool stripThinking)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new JudgeAnswer
        {
            Text = stripThinking ? ThinkingText.Strip(response.Text) : response.Text,
            FinishReason = response.FinishReason,
            Refusal = response.Refusal,
            LogProbabilities = response.LogProbabilities,
            ReplacedSurrogates = response.ReplacedSurrogates,
            IsThinkingStripped = stripThinking,
        };
    }
}
