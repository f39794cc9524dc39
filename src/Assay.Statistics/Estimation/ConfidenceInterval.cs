namespace Assay.Statistics.Estimation;

/// <summary>
/// A two-sided interval with its nominal level. Same unit as the quantity it belongs to; finite, and
/// <see cref="Lower"/> is never above <see cref="Upper"/>.
/// </summary>
/// <remarks>An interval that could not be computed is a null <see cref="ConfidenceInterval"/>, never one of zero width.</remarks>
public sealed record ConfidenceInterval
{
    /// <param name="lower">Lower end, finite.</param>
    /// <param name="upper">Upper end, finite, at least <paramref name="lower"/>.</param>
    /// <param name="level">Nominal coverage, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, the ends are reversed, or the level is outside (0, 1).</exception>
    public ConfidenceInterval(double lower, double upper, double level)
    {
        if (!double.IsFinite(lower)) throw new ArgumentOutOfRangeException(nameof(lower), lower, "An interval's end must be finite.");
        if (!double.IsFinite(upper) || upper < lower)
            throw new ArgumentOutOfRangeException(nameof(upper), upper, "An interval's upper end must be finite and not below its lower end.");
        ConfidenceLevel.Check(level);
        (Lower, Upper, Level) = (lower, upper, level);
    }

    /// <summary>Lower end.</summary>
    public double Lower { get; }

    /// <summary>Upper end.</summary>
    public double Upper { get; }

    /// <summary>Nominal coverage, in (0, 1): 0.95 for a 95 % interval.</summary>
    public double Level { get; }

    /// <summary>Upper minus lower end.</summary>
    public double Width => Upper - Lower;

    /// <summary>True if <paramref name="value"/> lies in the closed interval; false for NaN.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
