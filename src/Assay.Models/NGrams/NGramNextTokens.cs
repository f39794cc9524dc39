using Assay.Core.Models;

namespace Assay.Models.NGrams;

/// <summary>An n-gram model's probabilities of next tokens. The unknown token stands for no text, so its probability is shared out among the others.</summary>
public sealed class NGramNextTokens(NGramModel model) : INextTokenModel
{
    /// <inheritdoc/>
    public int TokenCount => model.Vocabulary.Count;

    /// <inheritdoc/>
    public int EndOfText => NGramVocabulary.End;

    /// <inheritdoc/>
    public IReadOnlyList<int> Tokenize(string text) => [.. TextTokens.Of(text, model.Unit).Select(model.Vocabulary.Find)];

    /// <inheritdoc/>
    public string Join(IEnumerable<int> tokens) => string.Concat(tokens.Select(token => model.Vocabulary[token]));

    /// <inheritdoc/>
    public void NextProbabilities(IReadOnlyList<int> before, Span<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(before);
        NGramContext context = model.Start();
        // A model of this order sees no further back.
        for (int i = Math.Max(0, before.Count - model.Order + 1); i < before.Count; i++) context.Append(before[i]);
        model.Distribution(context, probabilities);
        double known = 1 - probabilities[NGramVocabulary.Unknown];
        probabilities[NGramVocabulary.Unknown] = 0;
        foreach (ref double probability in probabilities) probability /= known;
    }
}
