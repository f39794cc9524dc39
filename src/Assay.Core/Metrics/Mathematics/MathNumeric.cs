using System.Collections.Immutable;
using System.Numerics;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>Expressions worked out in complex double precision, each variable given a value.</summary>
internal static class MathNumeric
{
    /// <summary>The value; not finite where there is none.</summary>
    public static Complex Evaluate(MathNode node, Func<string, Complex> variables) => node switch
    {
        NumberNode number => number.Value.ToDouble(),
        SymbolNode { Name: "π" } => Math.PI,
        SymbolNode { Name: "e" } => Math.E,
        SymbolNode { Name: "i" } => Complex.ImaginaryOne,
        SymbolNode symbol => variables(symbol.Name),
        OperationNode operation => Operate(operation.Operator, Evaluate(operation.Left, variables), Evaluate(operation.Right, variables)),
        FunctionNode function => Apply(function.Name, [.. function.Arguments.Select(argument => Evaluate(argument, variables))]),
        _ => new Complex(double.NaN, 0),
    };

    /// <summary>The names of the variables.</summary>
    public static IEnumerable<string> Variables(MathNode node) => node switch
    {
        SymbolNode { Name: "π" or "e" or "i" } => [],
        SymbolNode symbol => [symbol.Name],
        OperationNode operation => Variables(operation.Left).Concat(Variables(operation.Right)),
        FunctionNode function => function.Arguments.SelectMany(Variables),
        _ => [],
    };

    private static Complex Operate(char sign, Complex left, Complex right) => sign switch
    {
        '+' => left + right,
        '*' => left * right,
        '/' => left / right,
        _ => Power(left, right),
    };

    private static Complex Power(Complex left, Complex right)
    {
        if (right == 0.5) return Complex.Sqrt(left);
        // A whole power of a real number stays real, which the general formula loses in rounding.
        if (left.Imaginary == 0 && right.Imaginary == 0 && (left.Real >= 0 || right.Real == Math.Floor(right.Real))) return Math.Pow(left.Real, right.Real);
        return Complex.Pow(left, right);
    }

    private static Complex Apply(string name, ImmutableArray<Complex> arguments) => (name, arguments) switch
    {
        ("sqrt", [Complex x]) => Complex.Sqrt(x),
        ("root", [Complex x, Complex n]) when x is { Imaginary: 0, Real: < 0 } && n.Imaginary == 0 && Math.Abs(n.Real % 2) == 1 =>
            -Math.Pow(-x.Real, 1 / n.Real),
        ("root", [Complex x, Complex n]) => Power(x, 1 / n),
        ("abs", [Complex x]) => Complex.Abs(x),
        ("exp", [Complex x]) => Complex.Exp(x),
        ("ln", [Complex x]) => Complex.Log(x),
        ("log", [Complex x, Complex b]) => Complex.Log(x) / Complex.Log(b),
        ("sin", [Complex x]) => Complex.Sin(x),
        ("cos", [Complex x]) => Complex.Cos(x),
        ("tan", [Complex x]) => Complex.Tan(x),
        ("cot", [Complex x]) => 1 / Complex.Tan(x),
        ("sec", [Complex x]) => 1 / Complex.Cos(x),
        ("csc", [Complex x]) => 1 / Complex.Sin(x),
        ("arcsin", [Complex x]) => Complex.Asin(x),
        ("arccos", [Complex x]) => Complex.Acos(x),
        ("arctan", [Complex x]) => Complex.Atan(x),
        ("sinh", [Complex x]) => Complex.Sinh(x),
        ("cosh", [Complex x]) => Complex.Cosh(x),
        ("tanh", [Complex x]) => Complex.Tanh(x),
        ("floor", [{ Imaginary: 0 } x]) => Math.Floor(x.Real),
        ("ceil", [{ Imaginary: 0 } x]) => Math.Ceiling(x.Real),
        _ => new Complex(double.NaN, 0),
    };
}
