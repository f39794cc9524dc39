using System.Collections.Immutable;

namespace Assay.Core.Audits.Factuality;

/// <summary>The claims of one output: what conformal factuality calibrates on, and filters.</summary>
/// <param name="Prompt">What the output answers.</param>
/// <param name="Claims">Its claims, in their order; may be empty.</param>
public sealed record PromptClaims(string Prompt, ImmutableArray<ScoredClaim> Claims)
{
    /// <summary>The threshold that removes no claim, as the published code writes it. All scores are above it.</summary>
    public const double KeepAll = -100_000;

    /// <summary>
    /// The score r of Mohri and Hashimoto (2024, section 4): going down through the claims from the highest score, the first score at which the share of
    /// acceptable claims among those at least that high falls below <paramref name="share"/>; <see cref="KeepAll"/> where it never does.
    /// Keeping the claims above any threshold of at least r leaves an output of which at least this share is acceptable, or nothing.
    /// </summary>
    /// <param name="share">The share of acceptable claims that makes an output correct (a), above 0 and at most 1.</param>
    /// <exception cref="InvalidOperationException">Nobody said whether one of the claims is acceptable.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1].</exception>
    public double RiskScore(double share)
    {
        CheckShare(share);
        ScoredClaim[] descending = [.. Claims.OrderByDescending(static claim => claim.Score)];
        int acceptable = 0;
        for (int i = 0; i < descending.Length; i++)
        {
            if (IsAcceptable(descending[i])) acceptable++;
            // Claims of one score are kept or removed together.
            bool isLastOfScore = i + 1 == descending.Length || descending[i + 1].Score != descending[i].Score;
            if (isLastOfScore && Falls(acceptable, i + 1, share)) return descending[i].Score;
        }
        return KeepAll;
    }

    /// <summary>The claims above a threshold, in their order.</summary>
    public IEnumerable<ScoredClaim> Above(double threshold) => Claims.Where(claim => claim.Score > threshold);

    /// <summary>Whether what is left above a threshold is correct: at least this share of it is acceptable. Nothing left is correct.</summary>
    /// <inheritdoc cref="RiskScore"/>
    public bool IsCorrectAbove(double threshold, double share)
    {
        CheckShare(share);
        int kept = 0, acceptable = 0;
        foreach (ScoredClaim claim in Above(threshold))
        {
            kept++;
            if (IsAcceptable(claim)) acceptable++;
        }
        return !Falls(acceptable, kept, share);
    }

    /// <summary>Share of the claims that a threshold removes, in [0, 1]; 0 without claims.</summary>
    public double ShareRemoved(double threshold) => Claims.IsEmpty ? 0 : 1 - (double)Above(threshold).Count() / Claims.Length;

    // A share such as 0.7 of 10 claims is met by 7, whatever the rounding of 0.7.
    private static bool Falls(int acceptable, int kept, double share) => acceptable < share * kept - 1e-9;

    private static bool IsAcceptable(ScoredClaim claim) =>
        claim.IsAcceptable ?? throw new InvalidOperationException("Nobody said whether this claim is acceptable, so nothing can be calibrated on it.");

    private static void CheckShare(double share)
    {
        if (!(share > 0 && share <= 1)) throw new ArgumentOutOfRangeException(
            nameof(share), share, "The share of acceptable claims must be above 0 and at most 1.");
    }
}
