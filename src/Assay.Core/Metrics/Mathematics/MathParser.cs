using System.Globalization;
using System.Numerics;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>Reads expressions by recursive descent; <see cref="MathStructureParser"/> reads the structures around them.</summary>
internal class MathParser(List<string> tokens)
{
    private const int MostDepth = 60;
    private int _depth;

    protected int Position { get; set; }

    protected string Current => Position < tokens.Count ? tokens[Position] : "";

    protected string Next => Position + 1 < tokens.Count ? tokens[Position + 1] : "";

    protected bool Take(string token)
    {
        if (Current != token) return false;
        Position++;
        return true;
    }

    protected void Need(string token)
    {
        if (!Take(token)) throw new MathParseException($"\"{token}\" is missing.");
    }

    /// <summary>A sum.</summary>
    protected MathNode Sum()
    {
        if (++_depth > MostDepth) throw new MathParseException("The formula is nested too deeply.");
        MathNode sum = Take("-") ? Negative(Product()) : Take("+") ? Product() : Product();
        while (Current is "+" or "-") sum = Take("+") ? new OperationNode('+', sum, Product()) : Minus(sum);
        _depth--;
        return sum;
    }

    private OperationNode Minus(MathNode sum)
    {
        Position++;
        return new OperationNode('+', sum, Negative(Product()));
    }

    private static MathNode Negative(MathNode node) => node is NumberNode number
        ? new NumberNode(number.Value.Multiply(Rational.Of(-1))!.Value)
        : new OperationNode('*', Number(-1), node);

    private MathNode Product()
    {
        MathNode product = Signed();
        while (true)
        {
            if (Take("*")) product = new OperationNode('*', product, Signed());
            else if (Take("/")) product = new OperationNode('/', product, Signed());
            else if (StartsOperand()) product = new OperationNode('*', product, Power());
            else return product;
        }
    }

    private MathNode Signed() => Take("-") ? Negative(Signed()) : Take("+") ? Signed() : Power();

    // A digit right after an operand is no product: "2 3" is two numbers.
    private bool StartsOperand() => Current is "(" or "{" or "π" or "∞" or "\\frac" or "\\sqrt" or "\\binom" or "\\lfloor" or "\\lceil" || IsName(Current)
        || MathFunctions.Of(Current) is not null;

    private MathNode Power()
    {
        MathNode value = Postfix(Operand());
        if (!Take("^")) return value;
        if (Take("\\circ")) return Postfix(value);
        if (Current == "{" && Next == "\\circ")
        {
            Position += 2;
            Need("}");
            return Postfix(value);
        }
        return Postfix(new OperationNode('^', value, Exponent()));
    }

    private MathNode Exponent()
    {
        bool isNegative = Take("-");
        // In LaTeX one token is the exponent; in plain text "2^3^2" and "2^-1" go on.
        MathNode exponent = Current == "{" ? Group() : Power();
        return isNegative ? Negative(exponent) : exponent;
    }

    private MathNode Postfix(MathNode value)
    {
        while (true)
        {
            if (Take("!")) value = new FunctionNode("factorial", [value]);
            else if (Take("%")) value = new OperationNode('/', value, Number(100));
            else if (Take("\\circ")) continue;
            else return value;
        }
    }

    private MathNode Operand()
    {
        string token = Current;
        if (token.Length == 0) throw new MathParseException("The formula ends too early.");
        if (char.IsAsciiDigit(token[0]) || token[0] == '.' && token.Length > 1)
        {
            Position++;
            return MixedOr(Literal(token));
        }
        switch (token)
        {
            case "{": return Group();
            case "(": return Bracketed("(", ")");
            case "|": return new FunctionNode("abs", [Bracketed("|", "|")]);
            case "\\lfloor": return new FunctionNode("floor", [Bracketed("\\lfloor", "\\rfloor")]);
            case "\\lceil": return new FunctionNode("ceil", [Bracketed("\\lceil", "\\rceil")]);
            case "\\frac":
                Position++;
                return new OperationNode('/', Argument(), Argument());
            case "\\binom":
                Position++;
                return new FunctionNode("binomial", [Argument(), Argument()]);
            case "\\sqrt":
                Position++;
                if (!Take("[")) return new FunctionNode("sqrt", [Argument()]);
                MathNode degree = Sum();
                Need("]");
                return new FunctionNode("root", [Argument(), degree]);
        }
        if (MathFunctions.Of(token) is { } function) return Function(function);
        if (!IsName(token)) throw new MathParseException($"\"{token}\" is not understood.");
        Position++;
        return new SymbolNode(Subscripted(token));
    }

    // "2\frac{1}{2}" is two and a half, as MATH writes mixed numbers.
    private MathNode MixedOr(NumberNode number)
    {
        if (Current != "\\frac" || !number.Value.IsInteger) return number;
        MathNode fraction = Operand();
        return MathExact.Evaluate(fraction) is not null ? new OperationNode('+', number, fraction) : new OperationNode('*', number, fraction);
    }

    private FunctionNode Function(string name)
    {
        Position++;
        MathNode? logBase = name == "log" && Take("_") ? Argument() : null;
        MathNode? power = Take("^") ? Exponent() : null;
        List<MathNode> arguments = [];
        if (Take("("))
        {
            do arguments.Add(Sum());
            while (Take(","));
            Need(")");
        }
        else arguments.Add(Power());
        if (name == "log" && arguments.Count == 1) (name, arguments) = logBase is null ? ("ln", arguments) : ("log", [arguments[0], logBase]);
        FunctionNode applied = new(name, [.. arguments]);
        return power is null ? applied : new FunctionNode("root", [applied, new OperationNode('/', Number(1), power)]);
    }

    /// <summary>A command's argument: a group, or one token; of a number one digit.</summary>
    private MathNode Argument()
    {
        if (Current == "{") return Group();
        string token = Current;
        if (token.Length > 1 && char.IsAsciiDigit(token[0]))
        {
            tokens[Position] = token[1..];
            return Literal(token[..1]);
        }
        if (token == "\\sqrt" || token == "\\frac" || token == "(") return Operand();
        Position++;
        return token.Length > 0 && char.IsAsciiDigit(token[0]) ? Literal(token) : IsName(token)
            ? new SymbolNode(token) : throw new MathParseException($"\"{token}\" is no argument.");
    }

    private MathNode Group() => Bracketed("{", "}");

    private MathNode Bracketed(string opening, string closing)
    {
        Need(opening);
        MathNode inside = Sum();
        Need(closing);
        return inside;
    }

    private string Subscripted(string name)
    {
        if (!Take("_")) return name;
        if (!Take("{")) return $"{name}_{tokens[Position++]}";
        int start = Position;
        while (Current is not ("}" or "")) Position++;
        Need("}");
        return $"{name}_{string.Concat(tokens[start..(Position - 1)])}";
    }

    private static bool IsName(string token) =>
        (token.Length == 1 && char.IsLetter(token[0])) || token == "∞"
        || (token.Length > 2 && token[0] == '\\' && Greek.Contains(token));

    private static readonly HashSet<string> Greek =
    [
        "\\alpha", "\\beta", "\\gamma", "\\delta", "\\epsilon", "\\varepsilon", "\\zeta", "\\eta", "\\theta", "\\vartheta", "\\iota", "\\kappa", "\\lambda",
        "\\mu", "\\nu", "\\xi", "\\rho", "\\sigma", "\\tau", "\\upsilon", "\\phi", "\\varphi", "\\chi", "\\psi", "\\omega", "\\Gamma", "\\Delta", "\\Theta",
        "\\Lambda", "\\Sigma", "\\Phi", "\\Psi", "\\Omega", "\\ell",
    ];

    private static NumberNode Number(int value) => new(Rational.Of(value));

    private static NumberNode Literal(string token)
    {
        string[] parts = token.Split('e', 'E');
        int exponent = parts.Length == 2 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        if (Math.Abs(exponent) > 10_000) throw new MathParseException("A number is too large.");
        BigInteger digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture);
        int shift = exponent - decimals;
        Rational? value = shift >= 0
            ? Rational.Of(digits * BigInteger.Pow(10, shift), BigInteger.One)
            : Rational.Of(digits, BigInteger.Pow(10, -shift));
        return new NumberNode(value ?? throw new MathParseException("A number is too large."));
    }
}
