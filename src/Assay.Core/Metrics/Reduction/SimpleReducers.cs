namespace Assay.Core.Metrics.Reduction;

/// <summary>The arithmetic mean.</summary>
public sealed record MeanReducer : ScoreReducer
{
    private protected override double? ReduceKnown(List<double> scores) => scores.Average();
}

/// <summary>The middle score; of an even number the mean of the two in the middle.</summary>
public sealed record MedianReducer : ScoreReducer
{
    private protected override double? ReduceKnown(List<double> scores)
    {
        scores.Sort();
        int middle = scores.Count / 2;
        return scores.Count % 2 == 1 ? scores[middle] : 0.5 * (scores[middle - 1] + scores[middle]);
    }
}

/// <summary>The most frequent score; of equally frequent ones the one seen first. With answers as scores this is the majority vote.</summary>
public sealed record ModeReducer : ScoreReducer
{
    // MaxBy keeps the first of equals, and GroupBy keeps the order in which values were seen.
    private protected override double? ReduceKnown(List<double> scores) => scores.GroupBy(static score => score).MaxBy(static group => group.Count())!.Key;
}

/// <summary>The highest score: the best of the repeats, which flatters a model that is asked often.</summary>
public sealed record MaxReducer : ScoreReducer
{
    private protected override double? ReduceKnown(List<double> scores) => scores.Max();
}

/// <summary>The lowest score: the worst case, as HELM takes it over an instance's perturbed forms.</summary>
public sealed record MinReducer : ScoreReducer
{
    private protected override double? ReduceKnown(List<double> scores) => scores.Min();
}
