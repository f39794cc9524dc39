namespace Assay.Core.LanguageModels;

/// <summary>How probable a model finds one text, or several together.</summary>
/// <param name="Tokens">Tokens that have a log-probability.</param>
/// <param name="LogProbability">Sum of their natural log-probabilities, at most 0.</param>
/// <param name="Bytes">Length of the text in UTF-8.</param>
public readonly record struct TextLikelihood(long Tokens, double LogProbability, long Bytes)
{
    /// <summary>Of the log-probabilities of a text's tokens.</summary>
    /// <exception cref="ArgumentException">One is NaN, infinite or above 0: what a model may not say.</exception>
    public static TextLikelihood Of(ReadOnlySpan<double> logProbabilities, long bytes)
    {
        double sum = 0;
        foreach (double value in logProbabilities)
        {
            if (!(double.IsFinite(value) && value <= 0))
                throw new ArgumentException($"A log-probability is {value}; it must be finite and at most 0.", nameof(logProbabilities));
            sum += value;
        }
        return new TextLikelihood(logProbabilities.Length, sum, bytes);
    }

    /// <summary>Two texts taken as one.</summary>
    public TextLikelihood Add(TextLikelihood other) => new(Tokens + other.Tokens, LogProbability + other.LogProbability, Bytes + other.Bytes);

    /// <summary>Mean negative log-probability of a token, in nats; null without tokens.</summary>
    public double? MeanNegativeLogProbability => Tokens == 0 ? null : -LogProbability / Tokens;

    /// <summary>exp of <see cref="MeanNegativeLogProbability"/>, at least 1; null without tokens. Compare models of one tokenizer only.</summary>
    public double? Perplexity => MeanNegativeLogProbability is { } mean ? Math.Exp(mean) : null;

    /// <summary>Bits per byte of UTF-8, which compares models whatever their tokens; null without bytes.</summary>
    public double? BitsPerByte => Bytes == 0 ? null : -LogProbability / Bytes / Math.Log(2);
}
