namespace Assay.Core.LengthControl;

/// <summary>
/// Difficulties of the instructions, fitted to the models at hand where no calibration file gives them. Ours, and shown under a name of its own
/// (<see cref="LengthControlMethod.Fitted"/>).
/// </summary>
/// <remarks>
/// All models k and instructions i share logit P(k preferred on i) = q_k + l_k tanh(d_ki / s_k) + g_i, with a ridge penalty g_i^2 / 2 on every
/// difficulty (a standard normal prior: with weak models half of the instructions are lost by all, and without it their difficulty diverges).
/// The difficulties that model m is scored with leave m out: with the qualities q and length effects l of the joint fit, each g_i is fitted again to
/// the verdicts of the other models. Beyond <see cref="MaximumFolds"/> models, m leaves together with every fiftieth model, so that the work stays
/// proportional to the data.
/// </remarks>
internal sealed class FittedDifficulties
{
    /// <summary>Most groups of models that are left out in turn.</summary>
    public const int MaximumFolds = 50;

    private const double DifficultyPenalty = 1;
    // Keeps the quality of a model that won or lost everything finite.
    private const double ModelPenalty = 0.01;
    private const int MaximumSweeps = 500;
    private const double Tolerance = 1e-9;

    private readonly DenseJudgements[] _models;
    private readonly int _length;
    private readonly double[] _quality;
    private readonly double[] _lengthEffect;
    private readonly double[] _joint;

    /// <param name="models">Every model's rows, all of <see cref="DenseJudgements.Length"/> instructions.</param>
    public FittedDifficulties(IReadOnlyList<DenseJudgements> models)
    {
        _models = [.. models];
        _length = _models[0].Length;
        _quality = new double[_models.Length];
        _lengthEffect = new double[_models.Length];
        _joint = new double[_length];
        FitJointly();
    }

    /// <summary>Number of groups of models that are left out in turn.</summary>
    public int FoldCount => Math.Min(_models.Length, MaximumFolds);

    /// <summary>The difficulty of each instruction (padding included) for the models whose index modulo <see cref="FoldCount"/> is <paramref name="fold"/>, from all others.</summary>
    public double[] LeavingOut(int fold)
    {
        double[] difficulty = (double[])_joint.Clone();
        double[] gradient = new double[_length], curvature = new double[_length];
        for (int step = 0; step < MaximumSweeps; step++)
        {
            StartDifficultyStep(difficulty, gradient, curvature);
            for (int k = 0; k < _models.Length; k++)
            {
                if (k % FoldCount != fold) _models[k].AddToDifficulties(_quality[k], _lengthEffect[k], difficulty, gradient, curvature);
            }
            if (StepDifficulties(difficulty, gradient, curvature) <= Tolerance) break;
        }
        return difficulty;
    }

    /// <summary>Alternates Newton steps on all difficulties and on every model's two coefficients: the penalised likelihood is concave, with one maximum.</summary>
    private void FitJointly()
    {
        double[] gradient = new double[_length], curvature = new double[_length];
        for (int sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            double change = 0;
            for (int k = 0; k < _models.Length; k++)
            {
                change = Math.Max(change, _models[k].StepCoefficients(ref _quality[k], ref _lengthEffect[k], _joint, ModelPenalty));
            }
            StartDifficultyStep(_joint, gradient, curvature);
            for (int k = 0; k < _models.Length; k++) _models[k].AddToDifficulties(_quality[k], _lengthEffect[k], _joint, gradient, curvature);
            change = Math.Max(change, StepDifficulties(_joint, gradient, curvature));
            if (change <= Tolerance) return;
        }
    }

    private static void StartDifficultyStep(double[] difficulty, double[] gradient, double[] curvature)
    {
        for (int i = 0; i < difficulty.Length; i++)
        {
            gradient[i] = DifficultyPenalty * difficulty[i];
            curvature[i] = DifficultyPenalty;
        }
    }

    private static double StepDifficulties(double[] difficulty, double[] gradient, double[] curvature)
    {
        double largest = 0;
        for (int i = 0; i < difficulty.Length; i++)
        {
            // The curvature of a logistic loss is flat far out, where a full Newton step can overshoot.
            double step = Math.Clamp(gradient[i] / curvature[i], -2, 2);
            difficulty[i] -= step;
            largest = Math.Max(largest, Math.Abs(step));
        }
        return largest;
    }
}
