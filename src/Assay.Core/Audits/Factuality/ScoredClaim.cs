namespace Assay.Core.Audits.Factuality;

/// <summary>One claim that an output makes, with the confidence in it.</summary>
/// <param name="Text">The claim's words; may be empty.</param>
/// <param name="Score">
/// Confidence in the claim, the tie-breaking noise of its file included; higher is surer; finite, above <see cref="PromptClaims.KeepAll"/>.
/// </param>
/// <param name="IsAcceptable">Whether people found the claim acceptable; null where nobody said, as in outputs that are to be filtered.</param>
public sealed record ScoredClaim(string Text, double Score, bool? IsAcceptable);
