using Assay.Statistics.Resampling;

namespace Assay.Models.NGrams;

/// <summary>Continues texts at random.</summary>
internal sealed class NGramSampler
{
    private readonly NGramModel _model;
    private readonly RandomStream _random;
    private readonly double _temperature;
    private readonly double[] _probabilities;
    private readonly NGramContext _context;

    /// <param name="model">The model.</param>
    /// <param name="prompt">What to continue; may be empty.</param>
    /// <param name="temperature">Divides the log-probabilities; 0 takes the most probable token. Not negative.</param>
    /// <param name="random">The draws.</param>
    public NGramSampler(NGramModel model, string prompt, double temperature, RandomStream random)
    {
        (_model, _temperature, _random) = (model, temperature, random);
        _probabilities = new double[model.Vocabulary.Count];
        _context = model.Start();
        foreach (string token in TextTokens.Of(prompt, model.Unit)) _context.Append(model.Vocabulary.Find(token));
    }

    /// <summary>The next token and the logarithm of its probability under the model (not of the temperature); null at the end of the text.</summary>
    /// <remarks>The unknown token stands for no text, so it is never drawn: the others are drawn in their proportions.</remarks>
    public (string Text, double LogProbability)? Next()
    {
        _model.Distribution(_context, _probabilities);
        int token = Draw(_probabilities);
        if (token == NGramVocabulary.End) return null;
        double logProbability = Math.Log(_probabilities[token]);
        _context.Append(token);
        return (_model.Vocabulary[token], logProbability);
    }

    private int Draw(ReadOnlySpan<double> probabilities)
    {
        double[] weights = probabilities.ToArray();
        weights[NGramVocabulary.Unknown] = 0;
        if (_temperature == 0) return Array.IndexOf(weights, weights.Max());
        if (_temperature != 1)
        {
            // Relative to the largest, so that a low temperature does not make all of them zero.
            double largest = weights.Max();
            for (int i = 0; i < weights.Length; i++) weights[i] = Math.Pow(weights[i] / largest, 1 / _temperature);
        }
        double left = _random.NextDouble() * weights.Sum();
        int last = NGramVocabulary.End;
        for (int token = 0; token < weights.Length; token++)
        {
            if (weights[token] == 0) continue;
            left -= weights[token];
            last = token;
            if (left < 0) break;
        }
        return last;
    }
}
