namespace Assay.Core.Metrics.Classification;

/// <summary>One class of a <see cref="ClassificationF1"/>.</summary>
/// <param name="Label">The label, trimmed and lower-cased.</param>
/// <param name="TruePositives">Items of the class that were given its label.</param>
/// <param name="FalsePositives">Other items that were.</param>
/// <param name="FalseNegatives">Items of the class that were not.</param>
public sealed record ClassF1(string Label, int TruePositives, int FalsePositives, int FalseNegatives)
{
    /// <summary>2 TP / (2 TP + FP + FN), in [0, 1]; 0 for a class that nobody has and nobody is given.</summary>
    public double F1 => TruePositives == 0 ? 0 : 2.0 * TruePositives / (2 * TruePositives + FalsePositives + FalseNegatives);
}

/// <summary>
/// F1 of a classification with one or several labels an item, as HELM takes it: labels are trimmed and lower-cased; an answer outside the labels is no label,
/// and so a false negative of the right one.
/// </summary>
/// <param name="Classes">The classes in the order of the labels.</param>
/// <param name="Micro">F1 of the counts summed over the classes; null without any count.</param>
/// <param name="Macro">The mean of the classes' F1; null without classes.</param>
/// <param name="Weighted">Their mean weighted by the classes' items; null without items.</param>
public sealed record ClassificationF1(IReadOnlyList<ClassF1> Classes, double? Micro, double? Macro, double? Weighted)
{
    /// <summary>Counts and scores predictions.</summary>
    /// <param name="items">For each item the right labels and those given; none is allowed on both sides.</param>
    /// <param name="labels">The labels there are; null: those that are right somewhere.</param>
    public static ClassificationF1 Of(IReadOnlyCollection<(IReadOnlyCollection<string> Gold, IReadOnlyCollection<string> Predicted)> items,
        IEnumerable<string>? labels = null)
    {
        (HashSet<string> Gold, HashSet<string> Predicted)[] plain = [.. items.Select(static item => (Plain(item.Gold), Plain(item.Predicted)))];
        ClassF1[] classes =
        [
            .. (labels?.Select(Plain) ?? plain.SelectMany(static item => item.Gold)).Distinct().Select(label => new ClassF1(
                label,
                plain.Count(item => item.Gold.Contains(label) && item.Predicted.Contains(label)),
                plain.Count(item => !item.Gold.Contains(label) && item.Predicted.Contains(label)),
                plain.Count(item => item.Gold.Contains(label) && !item.Predicted.Contains(label)))),
        ];
        ClassF1 sum = new("", classes.Sum(static one => one.TruePositives), classes.Sum(static one => one.FalsePositives),
            classes.Sum(static one => one.FalseNegatives));
        int support = sum.TruePositives + sum.FalseNegatives;
        return new ClassificationF1(
            classes,
            support + sum.FalsePositives == 0 ? null : sum.F1,
            classes.Length == 0 ? null : classes.Average(static one => one.F1),
            support == 0 ? null : classes.Sum(static one => (one.TruePositives + one.FalseNegatives) * one.F1) / support);
    }

    private static HashSet<string> Plain(IEnumerable<string> labels) => [.. labels.Select(Plain)];

    private static string Plain(string label) => label.Trim().ToLowerInvariant();
}
