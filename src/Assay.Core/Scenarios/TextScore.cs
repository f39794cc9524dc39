using System.Text;
using Assay.Core.Models;

namespace Assay.Core.Scenarios;

/// <summary>How likely a model holds a text.</summary>
/// <param name="LogProbability">Sum over its tokens but the first, which nothing comes before; natural logarithm.</param>
/// <param name="Bytes">Bytes in UTF-8 of the tokens in that sum.</param>
public readonly record struct TextScore(double LogProbability, int Bytes)
{
    /// <summary>Bits per byte, the text's surprise whatever the tokenizer; null for a text of one token.</summary>
    public double? BitsPerByte => Bytes > 0 ? -LogProbability / (Math.Log(2) * Bytes) : null;

    /// <summary>The score of a scored text.</summary>
    public static TextScore Of(ScoredText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        double sum = 0;
        int bytes = 0;
        foreach (ScoredToken token in text.Tokens)
        {
            if (token.LogProbability is not { } logProbability) continue;
            sum += logProbability;
            bytes += Encoding.UTF8.GetByteCount(token.Text);
        }
        return new TextScore(sum, bytes);
    }
}
