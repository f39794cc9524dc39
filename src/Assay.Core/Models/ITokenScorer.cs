namespace Assay.Core.Models;

/// <summary>Gives the log-probability of every token of a text that somebody wrote. Safe for several calls at once.</summary>
public interface ITokenScorer
{
    /// <summary>Name of the model that scores.</summary>
    string Model { get; }

    /// <summary>The tokens of <paramref name="text"/> and their log-probabilities, each given all before it.</summary>
    /// <param name="text">Not empty; goes to the model as it is.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    /// <exception cref="ModelCallException">The endpoint gave no answer, or cannot score a given text.</exception>
    ValueTask<ScoredText> ScoreAsync(string text, CancellationToken cancellation);
}
