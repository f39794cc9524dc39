using System.Globalization;

namespace Assay.Reporting.Plots;

/// <summary>Round numbers at equal distances that cover a range.</summary>
internal sealed record AxisTicks
{
    private readonly int _decimals;

    private AxisTicks(IReadOnlyList<double> values, int decimals) => (Values, _decimals) = (values, decimals);

    /// <summary>The ticks, ascending, at least two; the range asked for lies between the first and the last.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Chooses a step of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="lower">Lower end of what must be covered, finite.</param>
    /// <param name="upper">Upper end, finite; a range without width is widened to one.</param>
    /// <param name="about">Number of steps aimed at, at least 1.</param>
    public static AxisTicks Covering(double lower, double upper, int about)
    {
        if (upper <= lower) (lower, upper) = (lower - 0.5, upper + 0.5);
        double rough = (upper - lower) / about;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        long first = (long)Math.Floor((lower / step) + 1e-9);
        long last = (long)Math.Ceiling((upper / step) - 1e-9);
        int decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        return new AxisTicks([.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, Math.Min(15, decimals)))], decimals);
    }

    /// <summary>A tick as text, with as many decimals as the step needs.</summary>
    public string Label(double value) => value.ToString("F" + _decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
