using Assay.Core.LengthControl;
using Assay.Core.Preferences;

namespace Assay.Core.Leaderboards;

/// <summary>The models one judge judged against the baseline: verdicts of different judges are never compared, so each has a table of its own.</summary>
/// <param name="Annotator">The judge, or null where the files name none.</param>
/// <param name="Models">Its models.</param>
/// <param name="Design">How they are controlled for length.</param>
/// <param name="ExpectedInstructions">Instructions that any of them was judged on, or that the calibration knows.</param>
internal sealed record JudgeGroup(string? Annotator, IReadOnlyList<PairwiseJudgements> Models, LengthControlDesign Design, int ExpectedInstructions)
{
    /// <summary>Splits comparisons by judge, in ordinal order.</summary>
    public static IReadOnlyList<JudgeGroup> Split(
        IReadOnlyList<PairwiseJudgements> comparisons, IReadOnlyList<string> instructions, LengthControlCalibration? calibration, CancellationToken cancellationToken)
    {
        List<JudgeGroup> groups = [];
        foreach (IGrouping<string?, PairwiseJudgements> group in comparisons.GroupBy(comparison => comparison.Annotator, StringComparer.Ordinal))
        {
            PairwiseJudgements[] models = [.. group];
            LengthControlDesign design = LengthControlDesign.For(models, instructions, calibration, cancellationToken);
            groups.Add(new JudgeGroup(group.Key, models, design, Expected(models, instructions, calibration)));
        }
        return groups;
    }

    private static int Expected(PairwiseJudgements[] models, IReadOnlyList<string> instructions, LengthControlCalibration? calibration)
    {
        bool[] seen = new bool[instructions.Count];
        foreach (PairwiseJudgements model in models)
        {
            foreach (ItemPreference item in model.Items) seen[item.Instruction] = true;
        }
        int known = calibration?.Difficulties.Count ?? 0;
        if (known == 0) return seen.Count(value => value);
        return known + Enumerable.Range(0, seen.Length).Count(i => seen[i] && !calibration!.Difficulties.TryGet(instructions[i], out _, out _));
    }
}
