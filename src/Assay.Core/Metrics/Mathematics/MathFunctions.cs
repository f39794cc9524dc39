namespace Assay.Core.Metrics.Mathematics;

/// <summary>Functions that are known by name, in LaTeX and plain text.</summary>
internal static class MathFunctions
{
    /// <summary>The function's own name; null where the token names none.</summary>
    public static string? Of(string token) => token.TrimStart('\\') switch
    {
        "arcsin" or "asin" => "arcsin",
        "arccos" or "acos" => "arccos",
        "arctan" or "atan" => "arctan",
        "sin" or "cos" or "tan" or "cot" or "sec" or "csc" or "sinh" or "cosh" or "tanh" or "ln" or "log" or "exp" or "abs" or "sqrt" or "floor" or "ceil"
            or "factorial" or "binomial" => token.TrimStart('\\'),
        _ => null,
    };
}
