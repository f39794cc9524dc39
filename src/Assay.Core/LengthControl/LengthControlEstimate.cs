using Assay.Statistics.Resampling;

namespace Assay.Core.LengthControl;

/// <summary>A length-controlled win rate with what its uncertainty is made of.</summary>
/// <param name="Fit">The fit; its win rate is the estimate.</param>
/// <param name="Influences">
/// One per row of the problem: what the row's instruction adds to the estimate's error. The variance from sampling instructions is n / (n - 1) times
/// the sum of their squares; a difference between two models judged on the same instructions subtracts their influences first.
/// </param>
/// <param name="SelectionVariance">Variance, beyond the influences', from the choice of the penalty; independent between models.</param>
internal sealed record LengthControlEstimate(LengthControlFit Fit, double[] Influences, double SelectionVariance)
{
    /// <summary>Standard error, in [0, 1] like the win rate.</summary>
    public double StandardError => Math.Sqrt(Variance(Influences) + SelectionVariance);

    /// <summary>Fits the problem and its uncertainty; null influences are none: the estimate does not respond to the data.</summary>
    /// <returns>The fit, or null where there is none; and its estimate with uncertainty, or null where that is unknown (all verdicts equal).</returns>
    public static (LengthControlFit? Fit, LengthControlEstimate? Estimate) Of(LengthControlProblem problem, ulong seed)
    {
        if (problem.CrossValidate(out double scale) is not { } validated) return (null, null);
        LengthControlFit chosen = problem.Describe(validated.Coefficients, validated.C, scale);
        if (problem.HasEqualVerdicts) return (chosen, null);

        // Averaged over the penalties that another sample might have chosen (Buckland, Burnham and Augustin 1997, Biometrics 53): each has its own
        // sandwich variance, and the distances between their estimates are uncertainty as well.
        double[] shares = PenaltySelection.Shares(validated, problem.JudgedCount, new RandomStream(seed, 0));
        double[] influences = new double[problem.Rows.Length];
        double variance = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            if (shares[k] == 0) continue;
            LengthControlFit fit = k == validated.Chosen ? chosen : problem.Describe(validated.At(k), validated.Grid[k], scale);
            double distance = fit.WinRate - chosen.WinRate;
            variance += shares[k] * distance * distance;
            if (LengthControlSandwich.Influences(problem, fit) is not { } own) continue;
            variance += shares[k] * Variance(own);
            for (int row = 0; row < influences.Length; row++) influences[row] += shares[k] * own[row];
        }

        double selection = Math.Max(0, variance - Variance(influences));
        return variance > 0 ? (chosen, new LengthControlEstimate(chosen, influences, selection)) : (chosen, null);
    }

    private static double Variance(double[] influences)
    {
        double squares = System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(influences);
        return squares * influences.Length / (influences.Length - 1);
    }
}
