using System.Collections.Immutable;
using System.Text;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Models.Scoring;

/// <summary>Takes the tokens of a text out of an echo.</summary>
internal static class EchoedTokens
{
    /// <summary>The tokens that cover the text; empty if they do not start as it does.</summary>
    /// <param name="text">The text that was sent.</param>
    /// <param name="tokens">The tokens that came back.</param>
    /// <param name="hasMore">Whether something was added after the text.</param>
    /// <remarks>
    /// A token that is part of a character comes as U+FFFD or as <c>bytes:\x..</c>, and the tokens then do not add up to the text. If nothing was added all
    /// tokens are the text's
    /// all the same, without offsets; if something was, the last one is what was added.
    /// </remarks>
    public static ScoredText Of(string text, ImmutableArray<TokenLogProbability> tokens, bool hasMore)
    {
        int covered = 0;
        int place = 0;
        ImmutableArray<ScoredToken>.Builder scored = ImmutableArray.CreateBuilder<ScoredToken>(tokens.Length);
        int offset = 0;
        foreach (TokenLogProbability token in tokens)
        {
            if (covered == text.Length) break;
            // Some endpoints begin with a mark of the beginning, which is no part of the text.
            if (place++ == 0 && token.LogProbability is null && !text.StartsWith(token.Token, StringComparison.Ordinal) && tokens.Length > 1) continue;
            if (!text.AsSpan(covered).StartsWith(token.Token)) return WithoutOffsets(tokens, hasMore);
            scored.Add(new ScoredToken(token.Token, offset, token.LogProbability));
            covered += token.Token.Length;
            foreach (Rune _ in token.Token.EnumerateRunes()) offset++;
        }
        return covered == text.Length ? new ScoredText(scored.ToImmutable()) : new ScoredText([]);
    }

    private static ScoredText WithoutOffsets(ImmutableArray<TokenLogProbability> tokens, bool hasMore) =>
        new([.. tokens.Take(hasMore ? tokens.Length - 1 : tokens.Length).Select(static token => new ScoredToken(token.Token, null, token.LogProbability))]);
}
