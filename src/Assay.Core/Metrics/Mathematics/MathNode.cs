using System.Collections.Immutable;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>A mathematical expression as a tree.</summary>
internal abstract record MathNode;

/// <summary>A number, known exactly.</summary>
internal sealed record NumberNode(Rational Value) : MathNode;

/// <summary>A variable or a constant: "x", "π", "i", "e", "∞".</summary>
internal sealed record SymbolNode(string Name) : MathNode;

/// <summary>Two operands of +, *, / or ^; subtraction is the addition of a product with -1.</summary>
internal sealed record OperationNode(char Operator, MathNode Left, MathNode Right) : MathNode;

/// <summary>A function of one argument or more: "sqrt", "log", "factorial", "binomial" ...</summary>
internal sealed record FunctionNode(string Name, ImmutableArray<MathNode> Arguments) : MathNode;
