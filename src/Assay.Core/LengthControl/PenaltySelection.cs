using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;

namespace Assay.Core.LengthControl;

/// <summary>
/// How often each strength of the penalty would have been chosen on another sample of instructions: the scores of cross-validation are perturbed
/// with random signs on the rows' contributions (a multiplier bootstrap of the held-out log-likelihoods, no refit), and the best is counted.
/// </summary>
internal static class PenaltySelection
{
    private const int Draws = 400;

    /// <summary>Share of draws, in [0, 1] and summing to 1, in which each value of the grid had the best score.</summary>
    /// <param name="fit">The cross-validated fit.</param>
    /// <param name="rowCount">The model's judged rows, which come first in the data; the gamed rows are fixed.</param>
    /// <param name="random">Source of the signs.</param>
    public static double[] Shares(CrossValidatedFit fit, int rowCount, RandomStream random)
    {
        int candidates = fit.Grid.Count;
        double[][] contributions = new double[candidates][];
        for (int k = 0; k < candidates; k++)
        {
            contributions[k] = fit.ScoreContributions(k, rowCount);
            double mean = contributions[k].Sum() / rowCount;
            for (int row = 0; row < rowCount; row++) contributions[k][row] -= mean;
        }

        double[] shares = new double[candidates], signs = new double[rowCount];
        for (int draw = 0; draw < Draws; draw++)
        {
            random.FillSigns(signs);
            int best = 0;
            double bestScore = double.NegativeInfinity;
            for (int k = 0; k < candidates; k++)
            {
                double score = fit.Scores[k] + System.Numerics.Tensors.TensorPrimitives.Dot<double>(signs, contributions[k]);
                if (score > bestScore) (best, bestScore) = (k, score);
            }
            shares[best] += 1.0 / Draws;
        }
        return shares;
    }
}
