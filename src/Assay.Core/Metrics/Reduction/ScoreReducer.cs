namespace Assay.Core.Metrics.Reduction;

/// <summary>
/// Makes one score of the scores of an instance's repeats. One of the records of this folder, named as in inspect. Scores that are NaN are repeats without a
/// score: they are left out first.
/// </summary>
public abstract record ScoreReducer
{
    // Only the records of this project: whoever writes reducers down can be sure to know all kinds.
    private protected ScoreReducer() { }

    /// <summary>The reduced score.</summary>
    /// <param name="scores">One for each repeat, in their order; NaN where a repeat has none.</param>
    /// <returns>Null where no score is left, or too few for what is asked: unknown is not zero.</returns>
    public double? Reduce(ReadOnlySpan<double> scores)
    {
        List<double> known = new(scores.Length);
        foreach (double score in scores)
        {
            if (!double.IsNaN(score)) known.Add(score);
        }
        return known.Count == 0 ? null : ReduceKnown(known);
    }

    /// <summary>Reduces one score or more, none NaN.</summary>
    private protected abstract double? ReduceKnown(List<double> scores);
}
