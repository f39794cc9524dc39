namespace Assay.Statistics.Ranking;

/// <summary>
/// Fitted strengths, in logits, by competitor. Null for a competitor without a finite strength: one outside the largest set in which each has a chain of wins
/// over each other one. Made by <see cref="BradleyTerryDesign"/>; immutable.
/// </summary>
public sealed class BradleyTerryFit
{
    private readonly BradleyTerryComponent? _component;
    private readonly double[] _fitted;
    private readonly double[] _firstWins;
    private readonly double[] _secondWins;
    private readonly double?[] _strengths;

    internal BradleyTerryFit(int competitors, BradleyTerryComponent? component, double[] fitted, double[] firstWins, double[] secondWins)
    {
        (_component, _fitted, _firstWins, _secondWins) = (component, fitted, firstWins, secondWins);
        _strengths = new double?[competitors];
        Scatter(fitted, _strengths);
        WithoutFiniteStrength = [.. Enumerable.Range(0, competitors).Where(i => _strengths[i] is null)];
    }

    /// <summary>Strengths of mean zero over the competitors that have one.</summary>
    public IReadOnlyList<double?> Strengths => _strengths;

    /// <summary>The competitors without a finite strength, ascending.</summary>
    public IReadOnlyList<int> WithoutFiniteStrength { get; }

    /// <summary>
    /// Log-likelihood, natural, without binomial coefficients, of the comparisons among competitors that have a strength; null if none has. With
    /// preferences between 0 and 1 it is minus the cross-entropy.
    /// </summary>
    public double? LogLikelihood => _component?.LogLikelihood(_fitted, _firstWins, _secondWins);

    /// <summary>
    /// Standard errors of <see cref="Strengths"/>, from the pseudo-inverse of the information matrix. They take every comparison as independent, and a
    /// preference between 0 and 1 as a share of coin tosses: where items repeat over pairs, resample the groups instead.
    /// </summary>
    public IReadOnlyList<double?> StandardErrors() => StandardErrorsOf(null);

    /// <summary>Strengths with one competitor held at 0.</summary>
    /// <param name="anchor">Index of a competitor that has a finite strength.</param>
    /// <exception cref="ArgumentException">The anchor has no finite strength.</exception>
    public IReadOnlyList<double?> StrengthsRelativeTo(int anchor)
    {
        double zero = _fitted[LocalIndex(anchor)];
        return [.. _strengths.Select(strength => strength - zero)];
    }

    /// <summary>Standard errors of the differences to one competitor, assuming what <see cref="StandardErrors"/> does; the anchor's own is 0.</summary>
    /// <inheritdoc cref="StrengthsRelativeTo"/>
    public IReadOnlyList<double?> StandardErrorsRelativeTo(int anchor) => StandardErrorsOf(LocalIndex(anchor));

    /// <summary>Ratings on Elo's scale: 400 / ln(10) points for a logit, so that 400 points are odds of 10 to 1.</summary>
    /// <param name="mean">Mean rating of the competitors that have one.</param>
    public IReadOnlyList<double?> EloRatings(double mean = 1000) => [.. _strengths.Select(strength => mean + 400 / Math.Log(10) * strength)];

    /// <summary>For each competitor, the mean over the others that have a strength of the probability, in [0, 1], that it is preferred.</summary>
    public IReadOnlyList<double?> ExpectedWinRates()
    {
        double[] rates = new double[_fitted.Length];
        for (int i = 0; i < rates.Length; i++)
        {
            double sum = -0.5; // itself
            foreach (double other in _fitted) sum += 1 / (1 + Math.Exp(other - _fitted[i]));
            rates[i] = sum / (rates.Length - 1);
        }
        return Scatter(rates, new double?[_strengths.Length]);
    }

    private double?[] StandardErrorsOf(int? anchor) =>
        Scatter(_component?.StandardErrors(_fitted, _firstWins, _secondWins, anchor) ?? [], new double?[_strengths.Length]);

    private int LocalIndex(int anchor)
    {
        int local = _component is null ? -1 : Array.BinarySearch(_component.Members, anchor);
        return local >= 0 ? local : throw new ArgumentException($"Competitor {anchor} has no finite strength, so it cannot be the anchor.", nameof(anchor));
    }

    private double?[] Scatter(double[] fitted, double?[] all)
    {
        for (int i = 0; i < fitted.Length; i++) all[_component!.Members[i]] = fitted[i];
        return all;
    }
}
