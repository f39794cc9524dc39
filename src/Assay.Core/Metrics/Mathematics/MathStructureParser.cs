using System.Collections.Immutable;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>Reads an answer: relations, lists, sets, points, intervals, their unions, matrices, and expressions in them.</summary>
internal sealed class MathStructureParser(List<string> tokens) : MathParser(tokens)
{
    private const int MostCharacters = 4096, MostTokens = 1000;
    private readonly List<string> _tokens = tokens;

    /// <summary>The answer; null where the text is not understood as a whole.</summary>
    public static MathValue? Parse(string text)
    {
        if (text.Length > MostCharacters) return null;
        try
        {
            List<string> tokens = MathLexer.Tokens(text);
            if (tokens.Count > MostTokens) return null;
            MathStructureParser parser = new(tokens);
            MathValue value = parser.List();
            return parser.Position == tokens.Count ? value : null;
        }
        catch (MathParseException)
        {
            return null;
        }
    }

    private MathValue List()
    {
        MathValue first = Relation();
        if (Current != ",") return first;
        List<MathValue> items = [first];
        while (Take(",")) items.Add(Relation());
        return new SetValue([.. items], HasBraces: false);
    }

    private MathValue Relation()
    {
        MathValue left = Joined();
        string sign = Current;
        if (sign is not ("=" or "≠" or "<" or ">" or "≤" or "≥" or "\\in")) return left;
        Position++;
        MathValue right = Joined();
        return sign switch
        {
            ">" => new RelationValue('<', right, left),
            "≥" => new RelationValue('≤', right, left),
            "\\in" => right,
            _ => new RelationValue(sign[0], left, right),
        };
    }

    private MathValue Joined()
    {
        MathValue first = Value();
        if (Current is not ("∪" or "∩")) return first;
        char sign = Current[0];
        List<MathValue> items = [first];
        while (Take(sign.ToString())) items.Add(Value());
        return new JoinedValue(sign, [.. items]);
    }

    private MathValue Value()
    {
        if (Current == "\\angle") return Angle();
        if (Current == "\\begin") return Matrix();
        if (Current is "\\{" || (Current == "{" && IsStructure())) return Set(Current == "{" ? "}" : "\\}");
        if (Current is "(" or "[" && IsStructure()) return Sequence();
        return new ScalarValue(Sum());
    }

    // An angle is named by its points, which are no product.
    private ScalarValue Angle()
    {
        Position++;
        int start = Position;
        while (Current.Length > 0 && Current is not ("=" or ",")) Position++;
        return new ScalarValue(new SymbolNode($"\\angle{string.Concat(_tokens[start..Position])}"));
    }

    // Brackets around several values are a structure, and square ones around one; round ones around one are an expression's.
    private bool IsStructure()
    {
        int depth = 0;
        for (int i = Position; i < _tokens.Count; i++)
        {
            if (_tokens[i] is "(" or "[" or "{" or "\\{") depth++;
            else if (_tokens[i] is ")" or "]" or "}" or "\\}" && --depth == 0) return _tokens[Position] == "[";
            else if (_tokens[i] == "," && depth == 1) return true;
        }
        return false;
    }

    private SequenceValue Sequence()
    {
        char opening = Current[0];
        Position++;
        List<MathValue> items = [Relation()];
        while (Take(",")) items.Add(Relation());
        if (Current is not (")" or "]")) throw new MathParseException("A bracket does not close.");
        char closing = Current[0];
        Position++;
        return new SequenceValue(opening, closing, [.. items]);
    }

    private SetValue Set(string closing)
    {
        Position++;
        List<MathValue> items = [];
        if (!Take(closing))
        {
            do items.Add(Relation());
            while (Take(","));
            Need(closing);
        }
        return new SetValue([.. items], HasBraces: true);
    }

    private MatrixValue Matrix()
    {
        Need("\\begin");
        string kind = Environment();
        if (kind is not ("pmatrix" or "bmatrix" or "matrix" or "Bmatrix")) throw new MathParseException($"\"{kind}\" is not understood.");
        List<ImmutableArray<MathNode>> rows = [];
        while (Current != "\\end")
        {
            List<MathNode> row = [Sum()];
            while (Take("&")) row.Add(Sum());
            rows.Add([.. row]);
            if (!Take("\\\\")) break;
        }
        Need("\\end");
        if (Environment() != kind) throw new MathParseException("The matrix does not close.");
        return new MatrixValue([.. rows]);
    }

    private string Environment()
    {
        Need("{");
        string name = Current;
        Position++;
        Need("}");
        return name;
    }
}
