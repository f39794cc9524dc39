using System.Collections.Immutable;
using Assay.Core.Models;

namespace Assay.Models.NGrams;

/// <summary>Scores given texts with an n-gram model. The first token's log-probability is that at the start of a text; the end is not scored.</summary>
/// <param name="model">The model.</param>
/// <param name="name">Its name.</param>
public sealed class NGramScorer(NGramModel model, string name) : ITokenScorer
{
    /// <inheritdoc/>
    public string Model => name;

    /// <inheritdoc/>
    public ValueTask<ScoredText> ScoreAsync(string text, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ImmutableArray<ScoredToken>.Builder tokens = ImmutableArray.CreateBuilder<ScoredToken>();
        NGramContext context = model.Start();
        int offset = 0;
        foreach (string token in TextTokens.Of(text, model.Unit))
        {
            cancellation.ThrowIfCancellationRequested();
            int number = model.Vocabulary.Find(token);
            tokens.Add(new ScoredToken(token, offset, model.LogProbability(context, number)));
            context.Append(number);
            offset += token.EnumerateRunes().Count();
        }
        return ValueTask.FromResult(new ScoredText(tokens.DrainToImmutable()));
    }
}
