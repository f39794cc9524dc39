using Assay.Statistics.Estimation;
using Assay.Statistics.Regression;

namespace Assay.Core.LengthControl;

/// <summary>
/// The regression of one model's preferences on length, difficulty and quality: section 3 of Dubois et al. 2024 (arXiv 2404.04475) as its authors
/// published it in code, L1 penalty and cross-validation included. Rows may carry weights, so that a resampled or a larger population is fitted
/// by the same code.
/// </summary>
/// <remarks>Immutable; the rows' order is the order of all weights and influences.</remarks>
public sealed class LengthControlProblem
{
    /// <summary>Folds of the cross-validation.</summary>
    public const int FoldCount = 5;

    /// <summary>Weight of a gamed-baseline row: the published 0.2, shared by the verbose and the concise version of each instruction.</summary>
    public const double GamedRowWeight = 0.2 / 2;

    private readonly LengthControlRow[] _rows;
    private readonly double[] _lengthDifferences;
    private readonly GamedBaselineRow[] _gamed;
    private readonly int[] _judged;
    private readonly LogisticData _template;

    /// <param name="method">Which terms the regression has: <see cref="LengthControlMethod.Minimal"/> has no difficulty term.</param>
    /// <param name="rows">The model's rows, one per instruction.</param>
    /// <param name="gamedBaselines">Regularisation rows; empty for methods of ours.</param>
    public LengthControlProblem(LengthControlMethod method, IReadOnlyList<LengthControlRow> rows, IReadOnlyList<GamedBaselineRow> gamedBaselines)
    {
        Method = method;
        _rows = [.. rows];
        _lengthDifferences = [.. rows.Select(row => row.LengthDifference)];
        _gamed = [.. gamedBaselines];
        _judged = [.. Enumerable.Range(0, _rows.Length).Where(row => !double.IsNaN(_rows[row].Preference))];
        _template = Template();
    }

    /// <summary>Which terms the regression has.</summary>
    public LengthControlMethod Method { get; }

    /// <summary>The model's rows.</summary>
    public ReadOnlySpan<LengthControlRow> Rows => _rows;

    /// <summary>Number of rows with a verdict: the first rows of the regression, which the others are no part of.</summary>
    internal int JudgedCount => _judged.Length;

    /// <summary>The regularisation rows.</summary>
    internal ReadOnlySpan<GamedBaselineRow> GamedRows => _gamed;

    /// <summary>True if all verdicts are one and the same number, which tells nothing of how they would vary.</summary>
    internal bool HasEqualVerdicts
    {
        get
        {
            foreach (int row in _judged)
            {
                if (_rows[row].Preference != _rows[_judged[0]].Preference) return false;
            }
            return true;
        }
    }

    private bool HasDifficulty => Method != LengthControlMethod.Minimal;

    /// <summary>Fits the regression.</summary>
    /// <param name="weights">One weight per row, 0 or more, whose sum is the sample size; empty for ones.</param>
    /// <returns>Null where no length effect can be fitted: no verdicts in two folds at least, or all length differences equal.</returns>
    public LengthControlFit? Fit(ReadOnlySpan<double> weights = default) =>
        CrossValidate(weights, out double scale) is { } fit ? Describe(fit.Coefficients, fit.C, scale, weights) : null;

    /// <summary>Fits the regression with unit weights and keeps the evidence for the choice of C.</summary>
    internal CrossValidatedFit? CrossValidate(out double scale) => CrossValidate(default, out scale);

    /// <summary>The fit that these coefficients are, with unit weights.</summary>
    internal LengthControlFit Describe(double[] coefficients, double c, double scale) => Describe(coefficients, c, scale, default);

    private CrossValidatedFit? CrossValidate(ReadOnlySpan<double> weights, out double scale)
    {
        scale = SampleDeviation.Of(_lengthDifferences, weights);
        if (!(scale > 0) || !HasVerdictsInTwoFolds(weights)) return null;
        LogisticData data = _template.Copy();
        for (int i = 0; i < _judged.Length; i++)
        {
            data.SetCell(i, 0, Math.Tanh(_rows[_judged[i]].LengthDifference / scale));
            data.SetWeight(i, WeightOf(weights, _judged[i]));
        }
        return CrossValidatedL1Logistic.Fit(data, CrossValidatedL1Logistic.DefaultGrid);
    }

    private LengthControlFit Describe(double[] coefficients, double c, double scale, ReadOnlySpan<double> weights)
    {
        double difficulty = HasDifficulty ? coefficients[1] : 0, constant = coefficients[^1];
        return new LengthControlFit(coefficients[0], difficulty, constant, scale, c, MeanPrediction(difficulty, constant, weights));
    }

    /// <summary>Weight of one row; 1 where none are given.</summary>
    internal static double WeightOf(ReadOnlySpan<double> weights, int row) => weights.IsEmpty ? 1 : weights[row];

    private bool HasVerdictsInTwoFolds(ReadOnlySpan<double> weights)
    {
        int first = -1;
        foreach (int row in _judged)
        {
            if (WeightOf(weights, row) == 0) continue;
            int fold = _rows[row].Position % FoldCount;
            if (first < 0) first = fold;
            else if (fold != first) return true;
        }
        return false;
    }

    private double MeanPrediction(double difficulty, double constant, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        for (int row = 0; row < _rows.Length; row++)
        {
            double weight = WeightOf(weights, row);
            sum += weight * Logit.Probability(difficulty * _rows[row].Difficulty + constant);
            total += weight;
        }
        return sum / total;
    }

    /// <summary>The judged rows, then the gamed ones: everything but the length term and the weights of the former, which depend on the sample.</summary>
    private LogisticData Template()
    {
        int[] folds = [.. _judged.Select(row => _rows[row].Position % FoldCount), .. _gamed.Select(row => row.Index % FoldCount)];

        int last = HasDifficulty ? 2 : 1;
        LogisticData data = new(last + 1, folds, FoldCount);
        for (int i = 0; i < _judged.Length; i++)
        {
            LengthControlRow row = _rows[_judged[i]];
            if (HasDifficulty) data.SetCell(i, 1, row.Difficulty);
            data.SetCell(i, last, 1);
            data.SetTarget(i, row.Preference);
        }
        for (int i = 0; i < _gamed.Length; i++)
        {
            int row = _judged.Length + i;
            data.SetCell(row, 0, Math.Tanh(_gamed[i].StandardisedLengthDifference));
            if (HasDifficulty) data.SetCell(row, 1, _gamed[i].Difficulty);
            data.SetTarget(row, _gamed[i].Preference);
            data.SetWeight(row, GamedRowWeight);
        }
        return data;
    }
}
