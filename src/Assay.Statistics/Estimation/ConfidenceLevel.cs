namespace Assay.Statistics.Estimation;

/// <summary>Nominal coverages: numbers strictly between 0 and 1.</summary>
public static class ConfidenceLevel
{
    /// <summary>Throws unless <paramref name="level"/> is strictly between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is 0 or less, 1 or more, or NaN.</exception>
    public static void Check(double level)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level must lie strictly between 0 and 1.");
    }
}
