using System.Numerics.Tensors;
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
    /// <summary>Standard deviations of the difference behind the best from which a penalty has no chance in any draw.</summary>
    private const double Hopeless = 6;

    /// <summary>Share of draws, in [0, 1] and summing to 1, in which each value of the grid had the best score.</summary>
    /// <param name="fit">The cross-validated fit.</param>
    /// <param name="rowCount">The model's judged rows, which come first in the data; the gamed rows are fixed.</param>
    /// <param name="random">Source of the signs.</param>
    public static double[] Shares(CrossValidatedFit fit, int rowCount, RandomStream random)
    {
        double[] best = Centred(fit.ScoreContributions(fit.Chosen, rowCount));
        List<(int Index, double[] Contributions)> candidates = [];
        for (int k = 0; k < fit.Grid.Count; k++)
        {
            double[] contributions = k == fit.Chosen ? best : Centred(fit.ScoreContributions(k, rowCount));
            double behind = fit.Scores[fit.Chosen] - fit.Scores[k];
            if (behind <= Hopeless * TensorPrimitives.Distance<double>(contributions, best)) candidates.Add((k, contributions));
        }

        double[] shares = new double[fit.Grid.Count], signs = new double[rowCount];
        for (int draw = 0; draw < Draws; draw++)
        {
            random.FillSigns(signs);
            int winner = 0;
            double bestScore = double.NegativeInfinity;
            foreach ((int k, double[] contributions) in candidates)
            {
                double score = fit.Scores[k] + TensorPrimitives.Dot<double>(signs, contributions);
                if (score > bestScore) (winner, bestScore) = (k, score);
            }
            shares[winner] += 1.0 / Draws;
        }
        return shares;
    }

    private static double[] Centred(double[] contributions)
    {
        double mean = TensorPrimitives.Sum<double>(contributions) / contributions.Length;
        TensorPrimitives.Subtract(contributions, mean, contributions);
        return contributions;
    }
}
