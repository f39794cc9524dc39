using System.Collections.Immutable;
using System.Text;
using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Core.Texts;

namespace Assay.Evaluation.Verdicts;

/// <summary>
/// The soft verdict of AlpacaEval 2 (Dubois, Galambosi, Liang and Hashimoto 2024, "Length-Controlled AlpacaEval", section 2): P(second labels) over P(first
/// labels) plus P(second labels)
/// among the alternatives of one token.
/// </summary>
internal static class LabelProbabilities
{
    public static VerdictRead Read(LabelProbabilityReading reading, JudgeAnswer answer)
    {
        if (answer.LogProbabilities is not { } probabilities) return VerdictRead.Unparsed("The endpoint gave no log-probabilities.");
        int from = reading.TokenIndex < 0 ? probabilities.Tokens.Length : answer.IsThinkingStripped ? FirstAfterThinking(probabilities.Tokens) : 0;
        int place = from + reading.TokenIndex;
        if (place < 0 || place >= probabilities.Tokens.Length) return VerdictRead.Unparsed($"The answer has no token {reading.TokenIndex} to read a label from.");
        TokenLogProbability token = probabilities.Tokens[place];
        double first = LogSum(token, reading.First), second = LogSum(token, reading.Second);
        double larger = Math.Max(first, second);
        if (double.IsNegativeInfinity(larger))
            return VerdictRead.Unparsed($"No label is among the alternatives of the token \"{VerdictReader.Shown(token.Token)}\".");
        // Taken relative to the larger one, so that two tiny probabilities do not give 0 / 0.
        double firstShare = Math.Exp(first - larger), secondShare = Math.Exp(second - larger);
        double preference = secondShare / (firstShare + secondShare);
        if (reading.IsBinarized && preference != 0.5) preference = preference > 0.5 ? 1 : 0;
        return VerdictRead.Of(preference);
    }

    // Log of the sum of the labels' probabilities, each token's text once; the token itself counts where it is not among its own alternatives.
    private static double LogSum(TokenLogProbability token, ImmutableArray<string> labels)
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (string label in labels.Distinct(StringComparer.Ordinal))
        {
            double value = ValueOf(token, label);
            if (double.IsNaN(value) || double.IsNegativeInfinity(value)) continue;
            if (value > most) (sum, most) = ((sum * Math.Exp(most - value)) + 1, value);
            else sum += Math.Exp(value - most);
        }
        return sum > 0 ? most + Math.Log(sum) : double.NegativeInfinity;
    }

    private static double ValueOf(TokenLogProbability token, string label)
    {
        if (!token.Top.IsDefaultOrEmpty)
        {
            foreach (TokenAlternative alternative in token.Top)
            {
                if (string.Equals(alternative.Token, label, StringComparison.Ordinal)) return alternative.LogProbability;
            }
        }
        return string.Equals(token.Token, label, StringComparison.Ordinal) ? token.LogProbability ?? double.NegativeInfinity : double.NegativeInfinity;
    }

    // Found in the tokens' own text, which need not be the answer's: some endpoints write bytes of split characters.
    private static int FirstAfterThinking(ImmutableArray<TokenLogProbability> tokens)
    {
        StringBuilder text = new();
        foreach (TokenLogProbability token in tokens) text.Append(token.Token);
        int start = ThinkingText.AnswerStart(text.ToString());
        int end = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            end += tokens[i].Token.Length;
            if (end > start) return i;
        }
        return tokens.Length;
    }
}
