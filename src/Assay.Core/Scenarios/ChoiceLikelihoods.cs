using System.Collections.Immutable;
using Assay.Core.Metrics.Matching;

namespace Assay.Core.Scenarios;

/// <summary>How likely a model holds each choice.</summary>
/// <param name="Scores">One for each choice, at least one: its log-probability (natural logarithm), normalised and calibrated as the adapter says.</param>
public sealed record ChoiceLikelihoods(ImmutableArray<double> Scores)
{
    /// <summary>The likeliest choice; of equally likely ones the first.</summary>
    public int Chosen => ChoiceScores.Best(Scores.AsSpan());

    /// <summary>The probability of each choice among the choices: the softmax of the scores.</summary>
    public ImmutableArray<double> Probabilities
    {
        get
        {
            double largest = Scores.Max();
            double[] weights = [.. Scores.Select(score => Math.Exp(score - largest))];
            double sum = weights.Sum();
            return [.. weights.Select(weight => weight / sum)];
        }
    }

    /// <summary>The probability of the chosen one, in (0, 1].</summary>
    public double Confidence => Probabilities[Chosen];

    /// <summary>Equal to likelihoods of equal scores.</summary>
    public bool Equals(ChoiceLikelihoods? other) => other is not null && Scores.SequenceEqual(other.Scores);

    /// <inheritdoc/>
    public override int GetHashCode() => Scores.Aggregate(Scores.Length, HashCode.Combine);
}
