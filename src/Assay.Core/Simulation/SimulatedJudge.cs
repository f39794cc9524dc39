using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;

namespace Assay.Core.Simulation;

/// <summary>A judge whose bias for length and whose confidence are known because they were chosen.</summary>
public sealed record SimulatedJudge
{
    /// <summary>The judge's name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// a in the log-odds a * tanh(d / s), where d is the length of the baseline's output minus that of the model's: negative likes long outputs; finite.
    /// </summary>
    public required double LengthBias
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(LengthBias), value, "A length bias must be finite.");
    }

    /// <summary>
    /// k: a preference of expectation p is a draw of Beta(p k, (1 - p) k), whose variance is p (1 - p) / (k + 1). Small values are U-shaped, a judge who is
    /// mostly sure; 0 gives hard verdicts, 0 or 1. Finite, 0 or more.
    /// </summary>
    public double Concentration
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(Concentration), value, "A concentration must be finite and not negative.");
    }

    /// <summary>Share of ties, in [0, 1], where the expectation is one half; elsewhere fewer, in proportion to min(p, 1 - p).</summary>
    public double TieShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(TieShare), value, "A share must lie in [0, 1].");
    }

    /// <summary>Expected preference, in [0, 1], for the model's output.</summary>
    /// <param name="logOdds">Log-odds by quality and difficulty.</param>
    /// <param name="standardisedLengthDifference">d / s.</param>
    public double ExpectedPreference(double logOdds, double standardisedLengthDifference) =>
        Logit.Probability(logOdds + LengthBias * Math.Tanh(standardisedLengthDifference));

    /// <summary>One verdict, in [0, 1], whose expectation is exactly <paramref name="expected"/>, ties included.</summary>
    /// <param name="expected">Expected preference, in [0, 1].</param>
    /// <param name="random">Where the draw comes from.</param>
    public double Judge(double expected, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        // A tie is one half whatever was expected: what is not a tie makes up for it, and can as long as ties are no more frequent than this.
        double ties = TieShare * 2 * Math.Min(expected, 1 - expected);
        if (ties > 0 && random.NextDouble() < ties) return 0.5;
        double decided = ties > 0 ? (expected - 0.5 * ties) / (1 - ties) : expected;
        double a = decided * Concentration, b = (1 - decided) * Concentration;
        return a > 0 && b > 0 ? random.NextBeta(a, b) : random.NextDouble() < decided ? 1 : 0;
    }
}
