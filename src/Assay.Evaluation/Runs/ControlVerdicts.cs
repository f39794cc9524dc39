using System.Globalization;
using Assay.Core.Judging;
using Assay.Evaluation.Judging;

namespace Assay.Evaluation.Runs;

/// <summary>Verdicts of judges that need no model.</summary>
internal static class ControlVerdicts
{
    /// <summary>Probability that the candidate's output is preferred: 0, 0.5 or 1.</summary>
    public static double Of(ControlRule rule, PairToJudge pair, PresentationOrder order, int repeat, ulong seed) => rule switch
    {
        ControlRule.Longest => ByLength(pair, 1),
        ControlRule.Shortest => ByLength(pair, -1),
        ControlRule.First => order == PresentationOrder.CandidateFirst ? 1 : 0,
        ControlRule.Random => ItemRandom.For(seed, pair.Id, "control", order.ToString(), repeat.ToString(CultureInfo.InvariantCulture)).NextInt(2),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such control."),
    };

    private static double ByLength(PairToJudge pair, int longer) =>
        0.5 + 0.5 * longer * Math.Sign(CodePoints(pair.Candidate.Output) - CodePoints(pair.Baseline.Output));

    private static int CodePoints(string text)
    {
        int count = 0;
        foreach (System.Text.Rune _ in text.EnumerateRunes()) count++;
        return count;
    }
}
