namespace Assay.Statistics.Regression;

/// <summary>A fit, the strength of the penalty that cross-validation chose for it, and the evidence for that choice.</summary>
/// <remarks>Refers to the data it was made from, which must not be changed while fits at other strengths are asked for.</remarks>
public sealed class CrossValidatedFit
{
    private readonly LogisticData _data;
    private readonly double[][] _starts;
    private readonly double[][] _losses;

    internal CrossValidatedFit(LogisticData data, IReadOnlyList<double> grid, double[][] starts, double[][] losses, double[] scores, int chosen)
    {
        (_data, _starts, _losses) = (data, starts, losses);
        (Grid, Scores, Chosen) = (grid, scores, chosen);
        Coefficients = At(chosen);
    }

    /// <summary>The values of C that were tried, ascending.</summary>
    public IReadOnlyList<double> Grid { get; }

    /// <summary>Mean weighted log-likelihood of the rows left out, per value of the grid: a mean over the rows of a fold, then over folds.</summary>
    public IReadOnlyList<double> Scores { get; }

    /// <summary>Index in the grid of the C that was chosen.</summary>
    public int Chosen { get; }

    /// <summary>The C that was chosen.</summary>
    public double C => Grid[Chosen];

    /// <summary>Coefficients of the fit of all rows at the chosen C.</summary>
    public double[] Coefficients { get; }

    /// <summary>Coefficients of the fit of all rows at another value of the grid.</summary>
    public double[] At(int gridIndex) => L1LogisticRegression.Fit(_data, Grid[gridIndex], _starts[gridIndex]);

    /// <summary>
    /// What each of the first rows contributes to the score at one value of the grid: its weighted log-likelihood when left out, over the number of
    /// rows in its fold and of folds. Over all rows they add up to the score.
    /// </summary>
    /// <param name="gridIndex">Index in the grid.</param>
    /// <param name="rowCount">How many rows, from the first.</param>
    public double[] ScoreContributions(int gridIndex, int rowCount)
    {
        double[] contributions = new double[rowCount];
        int used = _data.UsedFoldCount;
        for (int row = 0; row < rowCount; row++)
        {
            contributions[row] = -_losses[gridIndex][_data.SlotOf(row)] / _data.RowsIn(_data.FoldOf(row)) / used;
        }
        return contributions;
    }
}
