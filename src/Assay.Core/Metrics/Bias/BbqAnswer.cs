namespace Assay.Core.Metrics.Bias;

/// <summary>One of the three answers to a question of BBQ, with what its file says of it in <c>answer_info</c>.</summary>
/// <param name="Text">The answer as it is shown, <c>ans0</c>.</param>
/// <param name="Group">Whom it names, the second entry of <c>answer_info</c>: "old", "F-Black", "unknown".</param>
/// <param name="Label">What it calls them, the first entry: "grandfather", "Namibian". Where the group is a region, the stereotype names this.</param>
public sealed record BbqAnswer(string Text, string Group, string Label);
