using Assay.Statistics.Regression;

namespace Assay.Core.LengthControl;

/// <summary>
/// The influence of each instruction on a length-controlled win rate, from which its standard error follows: the sandwich estimate of
/// M-estimation with stacked estimating equations (Stefanski and Boos 2002, The American Statistician 56), for the coefficients that the penalty
/// left non-zero, the scale s of the lengths, and the mean prediction. C and the gamed-baseline rows count as given.
/// </summary>
/// <remarks>
/// The published code reports the spread of the fitted probabilities over the square root of n instead, which treats the coefficients as known.
/// </remarks>
public static class LengthControlSandwich
{
    /// <summary>
    /// Influences of the model's rows: their sum is 0, and the standard error is the square root of n / (n - 1) times the sum of their squares.
    /// </summary>
    /// <param name="problem">The regression.</param>
    /// <param name="fit">Its fit with unit weights.</param>
    /// <returns>One influence per row; null where the estimate does not respond to the data (no coefficient left, or fewer than two rows).</returns>
    public static double[]? Influences(LengthControlProblem problem, LengthControlFit fit)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(fit);
        ReadOnlySpan<LengthControlRow> rows = problem.Rows;
        int n = rows.Length;
        double[] coefficients = [fit.Length, fit.Difficulty, fit.Constant];
        bool[] active = [.. coefficients.Select(coefficient => coefficient != 0)];
        if (n < 2 || !active.Contains(true)) return null;

        double[,] hessian = new double[3, 3];
        double[] scoreSum = new double[3], scoreByScale = new double[3], gradient = new double[3];
        double[][] scores = [new double[n], new double[n], new double[n]];
        double[] predictions = new double[n];
        double meanDifference = 0;
        Span<double> x = stackalloc double[3];
        for (int i = 0; i < n; i++)
        {
            LengthControlRow row = rows[i];
            meanDifference += row.LengthDifference / n;
            double ratio = row.LengthDifference / fit.Scale, squashed = Math.Tanh(ratio);
            double difficulty = problem.Method == LengthControlMethod.Minimal ? 0 : row.Difficulty;
            (x[0], x[1], x[2]) = (squashed, difficulty, 1);

            predictions[i] = Logit.Probability(fit.Difficulty * difficulty + fit.Constant);
            double slope = predictions[i] * (1 - predictions[i]);
            gradient[1] += slope * difficulty / n;
            gradient[2] += slope / n;
            if (double.IsNaN(row.Preference)) continue;

            double fitted = Logit.Probability(fit.Length * squashed + fit.Difficulty * difficulty + fit.Constant);
            double residual = fitted - row.Preference, curvature = fitted * (1 - fitted);
            double squashedByScale = -ratio / fit.Scale * (1 - squashed * squashed);
            for (int j = 0; j < 3; j++)
            {
                scores[j][i] = residual * x[j];
                scoreSum[j] += scores[j][i];
                scoreByScale[j] += curvature * fit.Length * squashedByScale * x[j] + (j == 0 ? residual * squashedByScale : 0);
                for (int k = 0; k < 3; k++) hessian[j, k] += curvature * x[j] * x[k];
            }
        }
        AddGamedRows(problem.GamedRows, fit, hessian);

        // Sensitivity of the mean prediction to the scores: gradient' H^-1 over the active coefficients.
        if (SolveActive(hessian, gradient, active) is not { } sensitivity) return null;

        double[] influences = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double deviation = rows[i].LengthDifference - meanDifference;
            double scaleInfluence = (deviation * deviation * n / (n - 1) - fit.Scale * fit.Scale) / (2 * fit.Scale * n);
            double influence = predictions[i] / n;
            for (int j = 0; j < 3; j++) influence -= sensitivity[j] * (scores[j][i] + scoreByScale[j] * scaleInfluence);
            influences[i] = influence;
            sum += influence;
        }

        // The penalty and the gamed rows balance the mean score: it is a constant of the population, not noise.
        for (int i = 0; i < n; i++) influences[i] -= sum / n;
        return influences;
    }

    private static void AddGamedRows(ReadOnlySpan<GamedBaselineRow> rows, LengthControlFit fit, double[,] hessian)
    {
        Span<double> x = stackalloc double[2];
        foreach (GamedBaselineRow row in rows)
        {
            (x[0], x[1]) = (Math.Tanh(row.StandardisedLengthDifference), row.Difficulty);
            double fitted = Logit.Probability(fit.Length * x[0] + fit.Difficulty * x[1]);
            double curvature = LengthControlProblem.GamedRowWeight * fitted * (1 - fitted);
            for (int j = 0; j < 2; j++)
            {
                for (int k = 0; k < 2; k++) hessian[j, k] += curvature * x[j] * x[k];
            }
        }
    }

    /// <summary>Solves H s = g over the active coefficients by Cholesky; zero elsewhere; null if H is singular there.</summary>
    private static double[]? SolveActive(double[,] hessian, double[] gradient, bool[] active)
    {
        int[] index = [.. Enumerable.Range(0, active.Length).Where(j => active[j])];
        int size = index.Length;
        double[,] lower = new double[size, size];
        double[] solution = new double[size];
        for (int j = 0; j < size; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                double sum = hessian[index[j], index[k]];
                for (int l = 0; l < k; l++) sum -= lower[j, l] * lower[k, l];
                if (j != k) lower[j, k] = sum / lower[k, k];
                else if (sum > 1e-12 * Math.Max(1, hessian[index[j], index[j]])) lower[j, j] = Math.Sqrt(sum);
                else return null;
            }
        }
        for (int j = 0; j < size; j++)
        {
            double sum = gradient[index[j]];
            for (int l = 0; l < j; l++) sum -= lower[j, l] * solution[l];
            solution[j] = sum / lower[j, j];
        }
        for (int j = size - 1; j >= 0; j--)
        {
            double sum = solution[j];
            for (int l = j + 1; l < size; l++) sum -= lower[l, j] * solution[l];
            solution[j] = sum / lower[j, j];
        }

        double[] full = new double[active.Length];
        for (int j = 0; j < size; j++) full[index[j]] = solution[j];
        return full;
    }
}
