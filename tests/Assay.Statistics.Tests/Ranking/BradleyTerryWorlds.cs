using Assay.Statistics.Ranking;
using Assay.Statistics.Resampling;
using MathNet.Numerics.LinearAlgebra;

namespace Assay.Statistics.Tests.Ranking;

/// <summary>Comparisons for the tests of the Bradley-Terry model, and plain dense checks of its fits.</summary>
internal static class BradleyTerryWorlds
{
    /// <summary>Milwaukee, Detroit, Toronto, New York, Boston, Cleveland, Baltimore: wins of the row over the column.</summary>
    public static double[][] Baseball1987 { get; } =
    [
        [0, 7, 9, 7, 7, 9, 11],
        [6, 0, 7, 5, 11, 9, 9],
        [4, 6, 0, 7, 7, 8, 12],
        [6, 8, 6, 0, 6, 7, 10],
        [6, 2, 6, 7, 0, 7, 12],
        [4, 4, 5, 6, 6, 0, 6],
        [2, 4, 1, 3, 1, 7, 0],
    ];

    /// <summary>A design of one group from a table of wins of the row over the column.</summary>
    public static BradleyTerryDesign FromWins(double[][] wins)
    {
        IEnumerable<int> all = Enumerable.Range(0, wins.Length);
        return new(wins.Length, 1, [.. from i in all from j in all where wins[i][j] > 0 select new BradleyTerryComparison(i, j, 1, 0, wins[i][j])]);
    }

    /// <summary>Comparisons at random, some tied, some of fractional preference, of weights 1 to 3, with true strengths from -1 to 1.</summary>
    public static BradleyTerryComparison[] Comparisons(RandomStream random, int competitors, int comparisons, int groups) =>
        [.. Enumerable.Range(0, comparisons).Select(_ =>
        {
            int first = random.NextInt(competitors), second = (first + 1 + random.NextInt(competitors - 1)) % competitors;
            double probability = 1 / (1 + Math.Exp(2.0 * (second - first) / competitors));
            double preferred = random.NextInt(4) switch { 0 => 0.5, 1 => random.NextDouble(), _ => random.NextDouble() < probability ? 1 : 0 };
            return new BradleyTerryComparison(first, second, preferred, random.NextInt(groups), 1 + random.NextInt(3));
        })];

    /// <summary>Wins of the row over the column.</summary>
    public static double[,] Wins(int competitors, IEnumerable<BradleyTerryComparison> comparisons, double[] groupWeights)
    {
        double[,] wins = new double[competitors, competitors];
        foreach ((int first, int second, double preferred, int group, double weight) in comparisons)
        {
            wins[first, second] += groupWeights[group] * weight * preferred;
            wins[second, first] += groupWeights[group] * weight * (1 - preferred);
        }
        return wins;
    }

    /// <summary>The set that has the strengths, by the transitive closure of wins: a dense second way.</summary>
    public static int[] LargestStrongSet(double[,] wins)
    {
        int n = wins.GetLength(0);
        bool[,] reaches = new bool[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) reaches[i, j] = i == j || wins[i, j] > 0;
        }
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++) reaches[i, j] |= reaches[i, k] && reaches[k, j];
            }
        }
        int[][] sets = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Where(j => reaches[i, j] && reaches[j, i]).ToArray())];
        int[] largest = sets.MaxBy(set => set.Length)!; // the first of equally long ones
        return largest.Length > 1 ? largest : [];
    }

    /// <summary>Log-likelihood of the comparisons between competitors that have a strength, written out.</summary>
    public static double LogLikelihood(double[,] wins, IReadOnlyList<double?> strengths)
    {
        double sum = 0;
        for (int i = 0; i < strengths.Count; i++)
        {
            for (int j = 0; j < strengths.Count; j++)
            {
                if (strengths[i] - strengths[j] is double difference) sum -= wins[i, j] * Math.Log(1 + Math.Exp(-difference));
            }
        }
        return sum;
    }

    /// <summary>Standard errors about the mean, from MathNet's dense pseudo-inverse of the information.</summary>
    public static double[] DenseStandardErrors(double[,] wins, IReadOnlyList<double?> strengths)
    {
        int n = wins.GetLength(0);
        Matrix<double> information = Matrix<double>.Build.Dense(n, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double p = 1 / (1 + Math.Exp(strengths[j]!.Value - strengths[i]!.Value));
                double curvature = (wins[i, j] + wins[j, i]) * p * (1 - p);
                information[i, i] += curvature;
                information[j, j] += curvature;
                information[i, j] = information[j, i] = -curvature;
            }
        }
        return [.. information.PseudoInverse().Diagonal().Select(Math.Sqrt)];
    }
}
