namespace Assay.Core.Metrics.Matching;

/// <summary>A match with the answer it was made on.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Answer">The answer that was compared; null where there is none to show.</param>
public sealed record MatchResult(MatchOutcome Outcome, string? Answer)
{
    /// <summary>Whether the answer is right.</summary>
    public bool IsCorrect => Outcome == MatchOutcome.Correct;
}
