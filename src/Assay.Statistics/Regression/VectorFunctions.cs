using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assay.Statistics.Regression;

/// <summary>
/// exp and log1p on the ranges a logistic loss needs, eight values at a time, to a few units in the last place.
/// </summary>
/// <remarks>
/// The runtime's own vector functions are calls that a process of a second runs unoptimised for most of its life, since they are compiled in tiers; these are
/// inlined into the loops that use them, and narrower: arguments of one sign, no special cases. Powers of two and Taylor series (Abramowitz and Stegun 4.2.1,
/// 4.1.27), long enough for double precision.
/// </remarks>
public static class VectorFunctions
{
    private const double InverseLog2 = 1.4426950408889634074;
    // ln 2 as a sum whose first part has zeros at its end, so that its multiples are exact (Cody and Waite).
    private const double Log2High = 6.93147180369123816490e-01;
    private const double Log2Low = 1.90821492927058770002e-10;
    // Below exp(-708) the result is no longer a normal number; for a loss it is zero.
    private const double Smallest = -708;
    // Adding this rounds to an integer, which then stands in the lowest bits.
    private const double RoundingShift = 6755399441055744.0;
    private const int FractionBits = 52;

    private static readonly double[] ExpCoefficients = [.. Enumerable.Range(0, 14).Reverse().Select(k => 1 / Factorial(k))];
    private static readonly double[] LogCoefficients = [.. Enumerable.Range(0, 17).Reverse().Select(k => 2.0 / (2 * k + 1))];

    /// <summary>exp(x) for x at most 0: in (0, 1], or exp(-708) for anything smaller; NaN gives no NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpOfNegative(Vector512<double> x)
    {
        x = Vector512.Max(x, Vector512.Create(Smallest));
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(InverseLog2), Vector512.Create(RoundingShift));
        Vector512<double> power = shifted - Vector512.Create(RoundingShift);
        Vector512<double> rest = Vector512.FusedMultiplyAdd(power, Vector512.Create(-Log2High), x);
        rest = Vector512.FusedMultiplyAdd(power, Vector512.Create(-Log2Low), rest);
        Vector512<double> series = Horner(rest, ExpCoefficients);
        // 2^power, by adding the integer to the exponent field.
        return (series.AsInt64() + Vector512.ShiftLeft(shifted.AsInt64(), FractionBits)).AsDouble();
    }

    /// <summary>log(1 + x) for x in [0, 1]: 2 artanh(x / (2 + x)), whose series in x / (2 + x), at most one third, converges fast.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log1P(Vector512<double> x)
    {
        Vector512<double> s = x / (x + Vector512.Create(2.0));
        return s * Horner(s * s, LogCoefficients);
    }

    /// <summary>A polynomial, coefficients from the highest power down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Horner(Vector512<double> x, double[] coefficients)
    {
        Vector512<double> sum = Vector512.Create(coefficients[0]);
        for (int k = 1; k < coefficients.Length; k++) sum = Vector512.FusedMultiplyAdd(sum, x, Vector512.Create(coefficients[k]));
        return sum;
    }

    private static double Factorial(int k) => k <= 1 ? 1 : k * Factorial(k - 1);
}
