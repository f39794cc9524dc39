using Assay.Core.Audits.Calibration;

namespace Assay.Storage.Confidences;

/// <summary>Where a file keeps confidence and outcome, and how it writes them.</summary>
/// <param name="Confidence">The column of the confidence.</param>
/// <param name="Correct">The column that says whether the answer is right.</param>
/// <param name="Scale">The number that stands for certainty, positive: 1, or 100 for percent.</param>
/// <param name="Phrases">How words are read.</param>
public sealed record ConfidenceColumns(string Confidence, string Correct, double Scale, ConfidencePhrases Phrases);
