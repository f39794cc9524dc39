using Assay.Core.Errors;

namespace Assay.Models.NGrams;

/// <summary>
/// A small language model that is always there: interpolated modified Kneser-Ney over words or characters, of order 1 to 6. Trained in seconds, exact in its
/// probabilities, and honest about what it is: it repeats what its corpus says. Immutable, and safe for several threads.
/// </summary>
public sealed class NGramModel
{
    /// <summary>The longest n-grams a model may have.</summary>
    public const int MostOrder = 6;

    private readonly NGramTree _tree;
    private readonly KneserNeySmoothing _smoothing;

    internal NGramModel(TextUnit unit, NGramVocabulary vocabulary, NGramTree tree)
    {
        Unit = unit;
        Vocabulary = vocabulary;
        _tree = tree;
        _smoothing = KneserNeySmoothing.Estimate(tree);
    }

    /// <summary>What a token is.</summary>
    public TextUnit Unit { get; }

    /// <summary>The longest n-grams, from 1 to <see cref="MostOrder"/>.</summary>
    public int Order => _tree.Order;

    /// <summary>Tokens that the model can predict, the end of a text and the unknown token among them.</summary>
    public int VocabularySize => Vocabulary.Predicted;

    /// <summary>Different n-grams of all lengths.</summary>
    public int NGramCount => _tree.Count - 1;

    internal NGramVocabulary Vocabulary { get; }

    internal NGramTree Tree => _tree;

    /// <summary>Trains a model.</summary>
    /// <param name="texts">The corpus, one text at a time; n-grams do not reach from one into another.</param>
    /// <param name="unit">What a token is.</param>
    /// <param name="order">The longest n-grams, from 1 to <see cref="MostOrder"/>.</param>
    /// <param name="cancellation">Stops between texts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is outside its range.</exception>
    /// <exception cref="InputException">The corpus holds no token.</exception>
    public static NGramModel Train(IEnumerable<string> texts, TextUnit unit, int order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, MostOrder);
        NGramVocabulary vocabulary = new();
        NGramCounter counter = new(order);
        foreach (string text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            counter.Add(TextTokens.Of(text, unit).Select(vocabulary.Add));
        }
        if (!vocabulary.Texts.Any()) throw new InputException("The corpus holds no text to train on; name files with text in them.");
        return new NGramModel(unit, vocabulary, NGramTree.Of(counter));
    }

    /// <summary>The context at the start of a text.</summary>
    internal NGramContext Start() => new(_tree);

    /// <summary>Natural logarithm of the probability of a token after a context.</summary>
    internal double LogProbability(NGramContext context, int token)
    {
        double probability = 1.0 / Vocabulary.Predicted;
        foreach (int node in context.Nodes)
        {
            int child = _tree.Child(node, token);
            probability = _smoothing.Rest(node) * probability + (child < 0 ? 0 : _smoothing.Share(child));
        }
        return Math.Log(probability);
    }

    /// <summary>Probabilities of all tokens after a context, by their number; they sum to one, and the start of a text has none.</summary>
    /// <param name="context">What comes before.</param>
    /// <param name="probabilities">As long as the vocabulary; overwritten.</param>
    internal void Distribution(NGramContext context, Span<double> probabilities)
    {
        probabilities.Fill(1.0 / Vocabulary.Predicted);
        probabilities[NGramVocabulary.Start] = 0;
        foreach (int node in context.Nodes)
        {
            double rest = _smoothing.Rest(node);
            foreach (ref double probability in probabilities) probability *= rest;
            (int start, int end) = _tree.Children(node);
            for (int child = start; child < end; child++) probabilities[_tree.Token(child)] += _smoothing.Share(child);
        }
    }
}
