using System.Numerics.Tensors;

namespace Assay.Statistics.Regression;

/// <summary>
/// <see cref="L1LogisticRegression"/> with C chosen by cross-validation over the folds of the data: the C with the best mean weighted
/// log-likelihood of the rows left out (mean over the rows of a fold, then over folds), the smaller C on a tie; then a fit of all rows.
/// </summary>
public static class CrossValidatedL1Logistic
{
    /// <summary>The ten values of scikit-learn's <c>LogisticRegressionCV(Cs=10)</c>: 1e-4 to 1e4, evenly spaced in the logarithm.</summary>
    public static IReadOnlyList<double> DefaultGrid { get; } = [.. Enumerable.Range(0, 10).Select(i => Math.Pow(10, -4 + 8.0 * i / 9))];

    /// <summary>Chooses C and fits.</summary>
    /// <param name="data">The rows with their folds; empty folds are passed over.</param>
    /// <param name="grid">Values of C to try, ascending.</param>
    /// <exception cref="ArgumentException">Fewer than two folds have rows, or the grid is empty.</exception>
    public static CrossValidatedFit Fit(LogisticData data, IReadOnlyList<double> grid)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(grid);
        if (grid.Count == 0) throw new ArgumentException("The grid of C is empty.", nameof(grid));
        int used = data.UsedFoldCount;
        if (used < 2) throw new ArgumentException("Cross-validation needs rows in two folds at least.", nameof(data));

        double[] scores = new double[grid.Count];
        double[][] path = new double[grid.Count][];
        double[][] losses = [.. grid.Select(_ => new double[data.SlotCount])];
        for (int fold = 0; fold < data.FoldCount; fold++)
        {
            if (data.RowsIn(fold) == 0) continue;
            double[] coefficients = [];
            for (int i = 0; i < grid.Count; i++)
            {
                // Neighbours are close: the first fold follows the path of C, the others start where the fold before them ended.
                coefficients = path[i] = L1LogisticRegression.FitWithout(data, grid[i], fold, path[i] ?? coefficients);
                data.Slots(fold, fold + 1).WriteLosses(coefficients, losses[i]);
                scores[i] -= TensorPrimitives.Sum<double>(losses[i].AsSpan(data.SlotRange(fold))) / data.RowsIn(fold) / used;
            }
        }

        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        return new CrossValidatedFit(data, grid, path, losses, scores, best);
    }
}
