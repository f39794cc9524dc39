using System.Collections.Immutable;
using System.Numerics;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>Whether two answers are the same mathematics.</summary>
internal static class MathComparison
{
    private const double RelativeTolerance = 1e-10;

    // Where variables are tried: any numbers without relations to one another, of either sign.
    private static readonly double[] Points =
        [0.7390851332151607, -1.6180339887498949, 2.2360679774997898, -0.3183098861837907, 3.3219280948873624, 1.2020569031595943];

    /// <summary>Whether they are equal.</summary>
    public static bool AreEqual(MathValue first, MathValue second)
    {
        (MathValue one, MathValue other) = (first, second);
        // An assignment stands for its value where the other side is none.
        if (one is RelationValue && other is not RelationValue) one = Assigned(one);
        if (other is RelationValue && one is not RelationValue) other = Assigned(other);
        return (one, other) switch
        {
            (ScalarValue a, ScalarValue b) => AreEqual(a.Expression, b.Expression),
            (SequenceValue a, SequenceValue b) => a.Opening == b.Opening && a.Closing == b.Closing && InOrder(a.Items, b.Items),
            (SetValue a, SetValue b) => a.HasBraces == b.HasBraces && InAnyOrder(a.Items, b.Items),
            (JoinedValue a, JoinedValue b) => a.Operator == b.Operator && InAnyOrder(a.Items, b.Items),
            (MatrixValue a, MatrixValue b) => a.Rows.Length == b.Rows.Length
                && a.Rows.Zip(b.Rows).All(static rows => rows.First.Length == rows.Second.Length
                    && rows.First.Zip(rows.Second).All(static cells => AreEqual(cells.First, cells.Second))),
            (RelationValue a, RelationValue b) => AreEqual(a, b),
            _ => false,
        };
    }

    private static bool AreEqual(RelationValue first, RelationValue second)
    {
        if (first.Operator != second.Operator) return false;
        if (AreEqual(first.Left, second.Left) && AreEqual(first.Right, second.Right)) return true;
        return first.Operator is '=' or '≠' && AreEqual(first.Left, second.Right) && AreEqual(first.Right, second.Left);
    }

    // "x = 2", "2 = x" and "\angle ABC = 2" are 2.
    private static MathValue Assigned(MathValue value) => value switch
    {
        RelationValue { Operator: '=', Left: ScalarValue { Expression: SymbolNode }, Right: MathValue right } => right,
        RelationValue { Operator: '=', Left: MathValue left, Right: ScalarValue { Expression: SymbolNode } } => left,
        _ => value,
    };

    private static bool InOrder(ImmutableArray<MathValue> first, ImmutableArray<MathValue> second) =>
        first.Length == second.Length && first.Zip(second).All(static pair => AreEqual(pair.First, pair.Second));

    private static bool InAnyOrder(ImmutableArray<MathValue> first, ImmutableArray<MathValue> second)
    {
        if (first.Length != second.Length) return false;
        List<MathValue> left = [.. second];
        foreach (MathValue item in first)
        {
            int at = left.FindIndex(other => AreEqual(item, other));
            if (at < 0) return false;
            left.RemoveAt(at);
        }
        return true;
    }

    private static bool AreEqual(MathNode first, MathNode second)
    {
        if (first.Equals(second)) return true;
        Rational? exact = MathExact.Evaluate(first), otherExact = MathExact.Evaluate(second);
        if (exact is not null && otherExact is not null) return exact == otherExact;
        string[] names = [.. MathNumeric.Variables(first).Concat(MathNumeric.Variables(second)).Distinct().Order(StringComparer.Ordinal)];
        // Infinity is a symbol like others, but no number may stand for it.
        if (names.Contains("∞")) return false;
        int tried = 0;
        for (int trial = 0; trial < (names.Length == 0 ? 1 : Points.Length); trial++)
        {
            Complex At(string name) => Points[(trial + Array.IndexOf(names, name)) % Points.Length] + 0.1 * Array.IndexOf(names, name);
            Complex one = MathNumeric.Evaluate(first, At), other = MathNumeric.Evaluate(second, At);
            bool isDefined = Complex.IsFinite(one), otherIsDefined = Complex.IsFinite(other);
            if (!isDefined && !otherIsDefined) continue;
            if (!isDefined || !otherIsDefined || !AreClose(one, other)) return false;
            tried++;
        }
        return tried > 0;
    }

    private static bool AreClose(Complex first, Complex second) =>
        Complex.Abs(first - second) <= RelativeTolerance * Math.Max(Complex.Abs(first), Complex.Abs(second)) || Complex.Abs(first - second) < 1e-13;
}
