using System.Numerics.Tensors;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Ranking;

/// <summary>
/// Ranks and differences to the best with simultaneous confidence, from estimates that share their data.
/// </summary>
/// <remarks>
/// For a competitor j, the differences to all others are covered at once by theta_j - theta_k +- c_j se_jk, where c_j is the quantile of the largest
/// studentised error over k. Those k whose interval excludes zero are surely better or worse, and the others bound j's rank: the marginal interval of
/// Mogstad, Romano, Shaikh and Wilhelm (2024, "Inference for Ranks with Applications to Mobility across Neighbourhoods and Academic Achievement
/// across Countries", Review of Economic Studies 91). For the difference to the best (Edwards and Hsu 1983, JASA 78), the same intervals around every
/// competitor that is not surely worse than another are joined: whichever of them is the best, its own intervals cover all differences at once.
/// </remarks>
public static class SimultaneousRanking
{
    /// <summary>Ranks every competitor.</summary>
    /// <param name="estimates">One finite estimate per competitor, larger is better.</param>
    /// <param name="deviations">
    /// For each competitor the same number of draws from the distribution of its error (bootstrap or multiplier draws, centred, drawn jointly); a
    /// competitor known exactly has zeros.
    /// </param>
    /// <param name="confidence">Nominal coverage, in (0, 1).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One result per competitor. With a single competitor its rank is 1 and its difference 0, both certain.</returns>
    /// <exception cref="ArgumentException">The numbers of estimates and deviations differ, or the numbers of draws do, or there are none.</exception>
    public static IReadOnlyList<SimultaneousRank> Of(
        IReadOnlyList<double> estimates, IReadOnlyList<double[]> deviations, double confidence, CancellationToken cancellationToken = default)
    {
        ConfidenceLevel.Check(confidence);
        if (estimates.Count != deviations.Count) throw new ArgumentException("There must be as many deviations as estimates.", nameof(deviations));
        if (deviations.Any(draws => draws.Length == 0 || draws.Length != deviations[0].Length))
            throw new ArgumentException("Every estimate needs the same number of draws, one at least.", nameof(deviations));
        int count = estimates.Count;
        double[] critical = new double[count];
        (int Better, int Worse)[] surely = new (int, int)[count];
        ParallelOptions options = new() { CancellationToken = cancellationToken };
        Parallel.For(0, count, options, j =>
        {
            double[] errors = new double[count];
            critical[j] = CriticalValue(deviations, j, confidence, errors);
            int better = 0, worse = 0;
            for (int k = 0; k < count; k++)
            {
                double difference = estimates[k] - estimates[j], margin = critical[j] * errors[k];
                if (difference > margin) better++;
                else if (-difference > margin) worse++;
            }
            surely[j] = (better, worse);
        });

        int[] candidates = [.. Enumerable.Range(0, count).Where(j => surely[j].Better == 0)];
        int best = 0;
        for (int j = 1; j < count; j++)
        {
            if (estimates[j] > estimates[best]) best = j;
        }

        SimultaneousRank[] ranks = new SimultaneousRank[count];
        Parallel.For(0, count, options, j =>
        {
            double lower = double.PositiveInfinity, upper = double.NegativeInfinity;
            foreach (int b in candidates)
            {
                double difference = estimates[j] - estimates[b], margin = critical[b] * ErrorOfDifference(deviations[j], deviations[b]);
                lower = Math.Min(lower, difference - margin);
                upper = Math.Max(upper, difference + margin);
            }
            // No competitor is better than the best.
            ConfidenceInterval interval = new(Math.Min(lower, 0), Math.Min(upper, 0), confidence);
            double? error = j == best ? null : ErrorOfDifference(deviations[j], deviations[best]);
            int rank = 1 + estimates.Count(other => other > estimates[j]);
            RankInterval places = new(1 + surely[j].Better, count - surely[j].Worse);
            ranks[j] = new SimultaneousRank(rank, places, estimates[j] - estimates[best], error, interval);
        });
        return ranks;
    }

    /// <summary>Quantile of the largest |error of theta_j - theta_k| / se_jk over k; fills the standard errors.</summary>
    private static double CriticalValue(IReadOnlyList<double[]> deviations, int j, double confidence, double[] errors)
    {
        int draws = deviations[j].Length;
        double[] largest = new double[draws], difference = new double[draws];
        for (int k = 0; k < deviations.Count; k++)
        {
            if (k == j) continue;
            TensorPrimitives.Subtract(deviations[k], deviations[j], difference);
            errors[k] = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(difference) / draws);
            if (errors[k] == 0) continue;
            TensorPrimitives.Multiply(difference, 1 / errors[k], difference);
            TensorPrimitives.MaxMagnitude<double>(largest, difference, largest);
        }
        TensorPrimitives.Abs<double>(largest, largest);
        Array.Sort(largest);
        return largest[Math.Clamp((int)Math.Ceiling(confidence * (draws + 1)) - 1, 0, draws - 1)];
    }

    private static double ErrorOfDifference(double[] first, double[] second) =>
        TensorPrimitives.Distance<double>(first, second) / Math.Sqrt(first.Length);
}
