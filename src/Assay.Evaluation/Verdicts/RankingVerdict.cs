using Assay.Core.Judging;

namespace Assay.Evaluation.Verdicts;

/// <summary>
/// AlpacaEval's <c>ranking_parser</c>: the rank of the output shown first decides. 1: it is better; 2: the other is; anything else, or no such entry: no
/// verdict. The list
/// may also stand in a field of an object, as the arguments of a function call have it.
/// </summary>
internal static class RankingVerdict
{
    public static VerdictRead Read(RankingReading reading, JudgeAnswer answer)
    {
        if (!LiteralParser.TryParse(WithoutCodeBlock(answer.Text), out object? value))
            return VerdictRead.Unparsed($"The answer \"{VerdictReader.Shown(answer.Text)}\" is no list in JSON or Python.");
        if (value is Dictionary<string, object?> whole && whole.TryGetValue(reading.Field, out object? inside)) value = inside;
        if (value is not List<object?> list) return VerdictRead.Unparsed("The answer is no list of ranks.");
        foreach (object? entry in list)
        {
            if (entry is not Dictionary<string, object?> ranked) continue;
            if (!ranked.TryGetValue("model", out object? model) || !ranked.TryGetValue("rank", out object? rank)) continue;
            if (model is not string name || !string.Equals(name, reading.First, StringComparison.Ordinal)) continue;
            return rank switch
            {
                1.0 => VerdictRead.Of(0),
                2.0 => VerdictRead.Of(1),
                _ => VerdictRead.Unparsed($"The rank of \"{VerdictReader.Shown(reading.First)}\" is neither 1 nor 2."),
            };
        }
        return VerdictRead.Unparsed($"The ranking does not name \"{VerdictReader.Shown(reading.First)}\".");
    }

    private static string WithoutCodeBlock(string text)
    {
        string trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal) || !trimmed.EndsWith("```", StringComparison.Ordinal)) return trimmed;
        int line = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? trimmed : trimmed[(line + 1)..^3].Trim();
    }
}
