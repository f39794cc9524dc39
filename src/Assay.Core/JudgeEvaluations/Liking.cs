namespace Assay.Core.JudgeEvaluations;

/// <summary>
/// How often an annotator prefers the output that has a feature, of the pairs where exactly one has it. Ties and verdicts that could not be read are left out.
/// </summary>
/// <param name="Feature">The feature.</param>
/// <param name="Share">Share in [0, 1]: mean over pairs.</param>
/// <param name="PeoplesShare">The same of people, on the pairs the judge judged.</param>
/// <param name="Controlled">
/// The share between outputs that people (for a person: the others) like equally: a logistic regression on the feature and on people's mean preference,
/// at an even preference.
/// </param>
/// <param name="PeoplesControlled">The same of people.</param>
public sealed record Liking(LikedFeature Feature, Figure Share, Figure PeoplesShare, Figure Controlled, Figure PeoplesControlled);
