using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Statistics.Estimation;

namespace Assay.Core.LengthControl;

/// <summary>How the models of one judge are controlled for length: the method that the data allow, and each model's regression.</summary>
internal sealed class LengthControlDesign
{
    /// <summary>Fewest models to which difficulties are fitted.</summary>
    public const int FewestModelsToFitDifficulties = 3;

    private readonly IReadOnlyList<GamedBaselineRow> _gamedBaselines;
    private readonly Dictionary<PairwiseJudgements, double[]> _difficulties;
    private readonly int[] _positions;

    private LengthControlDesign(
        LengthControlMethod method, IReadOnlyList<GamedBaselineRow> gamedBaselines, Dictionary<PairwiseJudgements, double[]> difficulties, int[] positions)
    {
        (Method, _gamedBaselines, _difficulties, _positions) = (method, gamedBaselines, difficulties, positions);
    }

    /// <summary>The method.</summary>
    public LengthControlMethod Method { get; }

    /// <summary>Chooses the method for the models of one judge and prepares what they share.</summary>
    /// <param name="group">All models of one judge, the baseline's own file included.</param>
    /// <param name="instructions">All instruction texts, in ordinal order.</param>
    /// <param name="calibration">The published calibration, or null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InputException">The calibration knows none of the instructions.</exception>
    public static LengthControlDesign For(
        IReadOnlyList<PairwiseJudgements> group, IReadOnlyList<string> instructions, LengthControlCalibration? calibration, CancellationToken cancellationToken)
    {
        if (calibration is not null) return Calibrated(group, instructions, calibration);

        int[] positions = [.. Enumerable.Range(0, instructions.Count)];
        Dictionary<PairwiseJudgements, double[]> difficulties = new(ReferenceEqualityComparer.Instance);
        List<(PairwiseJudgements Model, DenseJudgements Verdicts)> usable = [];
        foreach (PairwiseJudgements model in group)
        {
            if (!model.IsBaseline && Dense(model, instructions.Count) is { } verdicts) usable.Add((model, verdicts));
        }
        if (usable.Count < FewestModelsToFitDifficulties) return new(LengthControlMethod.Minimal, [], difficulties, positions);

        FittedDifficulties fitted = new([.. usable.Select(model => model.Verdicts)]);
        double[][] byFold = new double[fitted.FoldCount][];
        Parallel.For(0, byFold.Length, new ParallelOptions { CancellationToken = cancellationToken }, fold => byFold[fold] = fitted.LeavingOut(fold));
        for (int k = 0; k < usable.Count; k++) difficulties.Add(usable[k].Model, byFold[k % byFold.Length]);
        return new(LengthControlMethod.Fitted, [], difficulties, positions);
    }

    /// <summary>A model's regression over the instructions that <paramref name="include"/> accepts.</summary>
    /// <param name="model">One of the group's models.</param>
    /// <param name="include">Which instructions to take, by index; null for all.</param>
    public LengthControlTask Prepare(PairwiseJudgements model, Func<int, bool>? include = null)
    {
        double[]? difficulties = _difficulties.GetValueOrDefault(model);
        List<LengthControlRow> rows = new(model.Items.Count);
        List<int> instructions = new(model.Items.Count);
        int withoutDifficulty = 0;
        foreach (ItemPreference item in model.Items)
        {
            if (include is not null && !include(item.Instruction)) continue;
            double difficulty = difficulties?[item.Instruction] ?? 0;
            if (double.IsNaN(difficulty))
            {
                withoutDifficulty++;
                continue;
            }
            rows.Add(new LengthControlRow(item.LengthDifference, difficulty, item.Preference, _positions[item.Instruction]));
            instructions.Add(item.Instruction);
        }
        return new LengthControlTask(new LengthControlProblem(Method, rows, _gamedBaselines), [.. instructions], withoutDifficulty);
    }

    private static LengthControlDesign Calibrated(
        IReadOnlyList<PairwiseJudgements> group, IReadOnlyList<string> instructions, LengthControlCalibration calibration)
    {
        int[] positions = new int[instructions.Count];
        double[] difficulties = new double[instructions.Count];
        int known = 0;
        for (int i = 0; i < instructions.Count; i++)
        {
            if (calibration.Difficulties.TryGet(instructions[i], out positions[i], out difficulties[i])) known++;
            else difficulties[i] = double.NaN;
        }
        if (known == 0)
        {
            throw new InputException(
                "The instruction difficulty file knows none of the annotated instructions; give the file that belongs to these instructions, or neither calibration file.");
        }

        Dictionary<PairwiseJudgements, double[]> byModel = new(ReferenceEqualityComparer.Instance);
        foreach (PairwiseJudgements model in group) byModel.Add(model, difficulties);
        return new(LengthControlMethod.AlpacaEval2, calibration.GamedBaselines, byModel, positions);
    }

    /// <summary>A model's verdicts over all instructions; null if it has none or its lengths do not vary.</summary>
    private static DenseJudgements? Dense(PairwiseJudgements model, int instructionCount)
    {
        double scale = SampleDeviation.Of([.. model.Items.Select(item => item.LengthDifference)]);
        if (!(scale > 0) || !model.Items.Any(item => item.IsJudged)) return null;
        DenseJudgements dense = new(instructionCount);
        foreach (ItemPreference item in model.Items)
        {
            if (item.IsJudged) dense.Set(item.Instruction, Math.Tanh(item.LengthDifference / scale), item.Preference);
        }
        return dense;
    }
}

/// <summary>One model's regression and where its rows come from.</summary>
/// <param name="Problem">The regression.</param>
/// <param name="Instructions">For each row the index of its instruction.</param>
/// <param name="WithoutDifficulty">Items left out because the calibration lacks their instruction.</param>
internal sealed record LengthControlTask(LengthControlProblem Problem, int[] Instructions, int WithoutDifficulty);
