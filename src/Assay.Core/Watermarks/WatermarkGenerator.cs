using Assay.Core.Models;
using Assay.Statistics.Resampling;

namespace Assay.Core.Watermarks;

/// <summary>Writes marked texts: tokens are chosen by a key in place of chance.</summary>
public static class WatermarkGenerator
{
    /// <summary>Continues a prompt.</summary>
    /// <param name="model">Gives the probabilities of next tokens.</param>
    /// <param name="key">Chooses among them.</param>
    /// <param name="prompt">What to continue; may be empty; is not marked.</param>
    /// <param name="most">Tokens at most.</param>
    /// <param name="seed">Seed of the shift: where in the key a text begins.</param>
    /// <param name="cancellation">Stops between tokens.</param>
    /// <returns>The tokens after the prompt; fewer than <paramref name="most"/> where the model ends the text.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<int> Generate(INextTokenModel model, WatermarkKey key, string prompt, int most, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(key);
        WatermarkSequence sequence = key.Sequence(model.TokenCount);
        int position = new RandomStream(seed, 0).NextInt(key.Length);
        List<int> text = [.. model.Tokenize(prompt)];
        int promptLength = text.Count;
        double[] probabilities = new double[model.TokenCount];
        while (text.Count - promptLength < most)
        {
            cancellation.ThrowIfCancellationRequested();
            model.NextProbabilities(text, probabilities);
            int token = sequence.Choose(position, probabilities);
            if (token == model.EndOfText) break;
            text.Add(token);
            if (++position == key.Length) position = 0;
        }
        return text[promptLength..];
    }
}
