namespace Assay.Statistics.Regression;

/// <summary>
/// Logistic regression with targets in [0, 1], weights and an L1 penalty on every coefficient: minimises
/// |b|_1 + C * sum of w (log(1 + exp(x.b)) - y x.b), the objective of scikit-learn's <c>penalty="l1"</c> without an intercept.
/// </summary>
/// <remarks>
/// Proximal Newton (Lee, Sun and Saunders 2014, SIAM J. Optim. 24): the smooth part is replaced by its second-order expansion, the penalised
/// quadratic is solved by coordinate descent, and a backtracking line search (Tseng and Yun 2009) keeps the objective falling. It stops where
/// a step no longer changes a coefficient at double precision, so the minimiser is exact in practice. Meant for a handful of coefficients.
/// </remarks>
public static class L1LogisticRegression
{
    /// <summary>Relative size of a step that is the last one.</summary>
    private const double LastStep = 1e-6;
    private const int MaximumSteps = 200;
    private const int MaximumSweeps = 1000;

    /// <summary>Fits all rows.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="c">Weight of the data against the penalty, positive: larger penalises less.</param>
    /// <param name="start">Where to start; one value per column, or empty for zeros.</param>
    /// <returns>The coefficients; all zero if the penalty is too strong for any.</returns>
    public static double[] Fit(LogisticData data, double c, ReadOnlySpan<double> start = default) => FitWithout(data, c, leftOut: -1, start);

    /// <summary>Fits all rows but those of one fold.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="c">Weight of the data against the penalty, positive.</param>
    /// <param name="leftOut">The fold to leave out, or -1 for none.</param>
    /// <param name="start">Where to start; one value per column, or empty for zeros.</param>
    /// <exception cref="ArgumentOutOfRangeException">C is not positive and finite.</exception>
    public static double[] FitWithout(LogisticData data, double c, int leftOut, ReadOnlySpan<double> start = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(c > 0 && double.IsFinite(c))) throw new ArgumentOutOfRangeException(nameof(c), c, "C must be positive and finite.");
        int count = data.ColumnCount;
        double penalty = 1 / c;
        double[] coefficients = start.IsEmpty ? new double[count] : start.ToArray();
        double[] trial = new double[count];
        Derivatives now = new(count), next = new(count);
        now.Evaluate(data, coefficients, leftOut);
        double[] step = new double[count];

        for (int iteration = 0; iteration < MaximumSteps; iteration++)
        {
            SolveQuadratic(now, coefficients, penalty, step);
            double predicted = PredictedChange(now, coefficients, penalty, step);
            double largest = 0;
            for (int j = 0; j < count; j++) largest = Math.Max(largest, Math.Abs(step[j]) / (1 + Math.Abs(coefficients[j])));
            // Convergence is quadratic: after a full step this small the remaining error is of the order of its square.
            if (largest <= LastStep)
            {
                for (int j = 0; j < count; j++) coefficients[j] += step[j];
                return coefficients;
            }

            double before = now.Loss + penalty * Norm1(coefficients);
            // Below this the change of the objective is lost in rounding, and a Newton step is as good as exact.
            bool trusted = -predicted <= 1e-9 * Math.Max(1, Math.Abs(before));
            double length = 1;
            while (true)
            {
                for (int j = 0; j < count; j++) trial[j] = length == 1 ? coefficients[j] + step[j] : coefficients[j] + length * step[j];
                next.Evaluate(data, trial, leftOut);
                double after = next.Loss + penalty * Norm1(trial);
                if (trusted || after <= before + 1e-4 * length * predicted) break;
                length /= 2;
                if (length < 1e-10) return coefficients;
            }

            (coefficients, trial) = (trial, coefficients);
            (now, next) = (next, now);
        }

        return coefficients;
    }

    /// <summary>Coordinate descent on gradient.d + d'Hd/2 + penalty |b + d|_1, to the limit of double precision.</summary>
    private static void SolveQuadratic(Derivatives at, double[] coefficients, double penalty, double[] step)
    {
        int count = coefficients.Length;
        Array.Clear(step);
        for (int sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            double largest = 0;
            for (int j = 0; j < count; j++)
            {
                double curvature = Math.Max(at.Hessian(j, j), 1e-12);
                double slope = at.Gradient[j];
                for (int k = 0; k < count; k++) slope += at.Hessian(j, k) * step[k];
                double current = coefficients[j] + step[j];
                double moved = SoftThreshold(current - slope / curvature, penalty / curvature);
                double change = moved - current;
                // A coefficient that lands on zero must be exactly zero after the step is added.
                step[j] = moved == 0 ? -coefficients[j] : step[j] + change;
                largest = Math.Max(largest, Math.Abs(change) / (1 + Math.Abs(moved)));
            }
            if (largest <= 1e-15) return;
        }
    }

    private static double PredictedChange(Derivatives at, double[] coefficients, double penalty, double[] step)
    {
        double change = 0;
        for (int j = 0; j < step.Length; j++)
        {
            change += at.Gradient[j] * step[j] + penalty * (Math.Abs(coefficients[j] + step[j]) - Math.Abs(coefficients[j]));
        }
        return change;
    }

    private static double SoftThreshold(double value, double threshold) =>
        value > threshold ? value - threshold : value < -threshold ? value + threshold : 0;

    private static double Norm1(double[] values)
    {
        double sum = 0;
        foreach (double value in values) sum += Math.Abs(value);
        return sum;
    }
}
