using System.Numerics;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>A fraction in lowest terms, its denominator positive. Operations give null where a part would have more than <see cref="MostBits"/> bits.</summary>
internal readonly record struct Rational
{
    /// <summary>The size at which exact arithmetic is given up, so that no answer can fill the memory.</summary>
    public const int MostBits = 50_000;

    private Rational(BigInteger numerator, BigInteger denominator) => (Numerator, Denominator) = (numerator, denominator);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public bool IsInteger => Denominator.IsOne;

    public static Rational Of(BigInteger whole) => new(whole, BigInteger.One);

    /// <summary>Null for a denominator of 0, or a part that is too large.</summary>
    public static Rational? Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero || numerator.GetBitLength() > 2 * MostBits || denominator.GetBitLength() > 2 * MostBits) return null;
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Rational value = new(numerator / divisor, denominator / divisor);
        return value.Numerator.GetBitLength() <= MostBits && value.Denominator.GetBitLength() <= MostBits ? value : null;
    }

    public Rational? Add(Rational other) => Of(Numerator * other.Denominator + other.Numerator * Denominator, Denominator * other.Denominator);

    public Rational? Multiply(Rational other) => Of(Numerator * other.Numerator, Denominator * other.Denominator);

    public Rational? Divide(Rational other) => Of(Numerator * other.Denominator, Denominator * other.Numerator);

    /// <summary>A whole power; null where it is too large, or 0 to a negative power.</summary>
    public Rational? Power(BigInteger exponent)
    {
        // 0, 1 and -1 have small powers, however large the exponent.
        if (Denominator.IsOne && BigInteger.Abs(Numerator) <= 1) exponent = exponent.IsZero ? 0 : (exponent.IsEven ? 2 : 1) * exponent.Sign;
        long bits = Math.Max(Numerator.GetBitLength(), Denominator.GetBitLength());
        BigInteger size = BigInteger.Abs(exponent);
        if (size * bits > MostBits) return null;
        BigInteger numerator = BigInteger.Pow(Numerator, (int)size), denominator = BigInteger.Pow(Denominator, (int)size);
        return exponent.Sign < 0 ? Of(denominator, numerator) : Of(numerator, denominator);
    }

    /// <summary>The nearest number of the type, up to its last bits; infinity where it is too large.</summary>
    public double ToDouble()
    {
        // Both parts are cut to 1,000 bits, which their quotient does not feel.
        int up = (int)Math.Max(0, Numerator.GetBitLength() - 1000), down = (int)Math.Max(0, Denominator.GetBitLength() - 1000);
        return Math.ScaleB((double)(Numerator >> up) / (double)(Denominator >> down), up - down);
    }
}
