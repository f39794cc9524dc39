using System.Globalization;

namespace Assay.Evaluation.Verdicts;

/// <summary>AlpacaEval's <c>lmsys_parser</c>: two scores with one space or comma between them are all of the first line; the higher one is the better output's.</summary>
internal static class ScorePairVerdict
{
    public static VerdictRead Read(JudgeAnswer answer)
    {
        string line = answer.Text.Split('\n', 2)[0];
        string[] scores = line.Replace(',', ' ').Split(' ');
        if (scores.Length != 2 || Score(scores[0]) is not { } first || Score(scores[1]) is not { } second)
            return VerdictRead.Unparsed($"The first line \"{VerdictReader.Shown(line)}\" is no pair of scores.");
        return VerdictRead.Of(first > second ? 0 : first < second ? 1 : 0.5);
    }

    private static double? Score(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double score) && double.IsFinite(score) ? score : null;
}
