using System.Numerics;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>Expressions that are fractions, worked out without rounding.</summary>
internal static class MathExact
{
    private const int MostFactorial = 5_000, MostBinomial = 20_000;

    /// <summary>The expression's value; null where it is no fraction, has a variable, divides by 0, or is too large.</summary>
    public static Rational? Evaluate(MathNode node) => node switch
    {
        NumberNode number => number.Value,
        OperationNode { Operator: var sign } operation when Evaluate(operation.Left) is { } left && Evaluate(operation.Right) is { } right => sign switch
        {
            '+' => left.Add(right),
            '*' => left.Multiply(right),
            '/' => left.Divide(right),
            _ => right.IsInteger ? left.Power(right.Numerator) : null,
        },
        FunctionNode { Name: "factorial", Arguments: [MathNode argument] } when Whole(argument, MostFactorial) is { } n => Product(1, n),
        FunctionNode { Name: "binomial", Arguments: [MathNode top, MathNode bottom] } when Whole(top, MostBinomial) is { } n
            && Whole(bottom, MostBinomial) is { } k =>
            k > n ? Rational.Of(0) : Product(n - Math.Min(k, n - k) + 1, n)?.Divide(Product(1, Math.Min(k, n - k))!.Value),
        FunctionNode { Name: "floor", Arguments: [MathNode argument] } when Evaluate(argument) is { } value => Rational.Of(Floor(value)),
        FunctionNode { Name: "ceil", Arguments: [MathNode argument] } when Evaluate(argument) is { } value =>
            Rational.Of(-Floor(value.Multiply(Rational.Of(-1))!.Value)),
        FunctionNode { Name: "abs", Arguments: [MathNode argument] } when Evaluate(argument) is { } value =>
            value.Multiply(Rational.Of(value.Numerator.Sign < 0 ? -1 : 1)),
        _ => null,
    };

    private static int? Whole(MathNode node, int most) =>
        Evaluate(node) is { IsInteger: true } value && value.Numerator >= 0 && value.Numerator <= most ? (int)value.Numerator : null;

    private static Rational? Product(int from, int to)
    {
        BigInteger product = BigInteger.One;
        for (int factor = from; factor <= to; factor++) product *= factor;
        return Rational.Of(product, BigInteger.One);
    }

    private static BigInteger Floor(Rational value) =>
        BigInteger.DivRem(value.Numerator, value.Denominator, out BigInteger rest) - (rest.Sign < 0 ? 1 : 0);
}
