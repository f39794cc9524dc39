using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Regression;

/// <summary>
/// Logistic regression on two columns without an intercept, by Newton's method, with the sandwich error of clustered rows (Liang and Zeger 1986): what a
/// comparison of two sides needs, where exchanging the sides turns the signs of both columns and the outcome.
/// </summary>
public static class ClusteredLogistic
{
    private const int MostSteps = 50;
    // exp(15): a coefficient beyond this says that the outcome is separated, and the maximum lies at infinity.
    private const double Separated = 15;

    /// <summary>One row.</summary>
    /// <param name="Cluster">Rows of one cluster stand together and share its error.</param>
    /// <param name="Outcome">In [0, 1].</param>
    /// <param name="First">The first column: the one of interest.</param>
    /// <param name="Second">The second column: what is held fixed.</param>
    /// <param name="Weight">Positive.</param>
    public readonly record struct Row(int Cluster, double Outcome, double First, double Second, double Weight);

    /// <summary>
    /// The probability of outcome 1 where the first column is 1 and the second 0: 1 / (1 + exp(-b)), with the interval of b, b +- t(clusters - 2) times its
    /// error, carried to that scale. The error of the probability itself is by the delta method.
    /// </summary>
    /// <param name="rows">Rows, those of a cluster one after another.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>In (0, 1), counted in clusters; null where the columns or the outcomes do not determine b: too few clusters, no variation, or
    /// separation.</returns>
    public static Estimate? ProbabilityAtEven(IReadOnlyList<Row> rows, double confidence)
    {
        ConfidenceLevel.Check(confidence);
        double first = 0, second = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            Sums sums = Sums.At(rows, first, second);
            double determinant = sums.A * sums.C - sums.B * sums.B;
            if (!(determinant > 1e-12 * sums.A * sums.C)) return null;
            double moveFirst = (sums.C * sums.ScoreFirst - sums.B * sums.ScoreSecond) / determinant;
            double moveSecond = (sums.A * sums.ScoreSecond - sums.B * sums.ScoreFirst) / determinant;
            // Steps of a logistic loss overshoot only far from the optimum.
            double length = Math.Min(1, 4 / Math.Max(Math.Abs(moveFirst), Math.Abs(moveSecond)));
            first += length * moveFirst;
            second += length * moveSecond;
            if (Math.Abs(first) > Separated || Math.Abs(second) > Separated) return null;
            if (length * Math.Max(Math.Abs(moveFirst), Math.Abs(moveSecond)) < 1e-10) return Describe(rows, first, second, confidence);
        }
        return null;
    }

    private static Estimate? Describe(IReadOnlyList<Row> rows, double first, double second, double confidence)
    {
        Sums sums = Sums.At(rows, first, second);
        double determinant = sums.A * sums.C - sums.B * sums.B, meat = 0;
        int clusters = 0;
        for (int start = 0, end; start < rows.Count; start = end)
        {
            double scoreFirst = 0, scoreSecond = 0;
            for (end = start; end < rows.Count && rows[end].Cluster == rows[start].Cluster; end++)
            {
                Row row = rows[end];
                double residual = row.Weight * (row.Outcome - Logit.Probability(first * row.First + second * row.Second));
                scoreFirst += residual * row.First;
                scoreSecond += residual * row.Second;
            }
            double influence = (sums.C * scoreFirst - sums.B * scoreSecond) / determinant;
            meat += influence * influence;
            clusters++;
        }
        double probability = Logit.Probability(first);
        if (clusters < 3 || meat == 0) return new Estimate(probability, null, null, clusters);
        double error = Math.Sqrt(meat * clusters / (clusters - 1.0));
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, clusters - 2) * error;
        ConfidenceInterval interval = new(Logit.Probability(first - margin), Logit.Probability(first + margin), confidence);
        return new Estimate(probability, probability * (1 - probability) * error, interval, clusters);
    }

    // The score's two parts and the information matrix [A B; B C].
    private readonly record struct Sums(double ScoreFirst, double ScoreSecond, double A, double B, double C)
    {
        public static Sums At(IReadOnlyList<Row> rows, double first, double second)
        {
            (double scoreFirst, double scoreSecond, double a, double b, double c) = (0, 0, 0, 0, 0);
            foreach (Row row in rows)
            {
                double probability = Logit.Probability(first * row.First + second * row.Second);
                double residual = row.Weight * (row.Outcome - probability), weight = row.Weight * probability * (1 - probability);
                scoreFirst += residual * row.First;
                scoreSecond += residual * row.Second;
                a += weight * row.First * row.First;
                b += weight * row.First * row.Second;
                c += weight * row.Second * row.Second;
            }
            return new Sums(scoreFirst, scoreSecond, a, b, c);
        }
    }
}
