using System.Collections.Immutable;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>What an answer is: one expression, or a structure of several values.</summary>
internal abstract record MathValue;

/// <summary>One expression.</summary>
internal sealed record ScalarValue(MathNode Expression) : MathValue;

/// <summary>Values between brackets, in their order: a point, a vector, an interval. (1, 2) is not [1, 2].</summary>
internal sealed record SequenceValue(char Opening, char Closing, ImmutableArray<MathValue> Items) : MathValue;

/// <summary>Values between braces or only commas: their order does not matter.</summary>
internal sealed record SetValue(ImmutableArray<MathValue> Items, bool HasBraces) : MathValue;

/// <summary>Sets joined by ∪ or ∩: their order does not matter.</summary>
internal sealed record JoinedValue(char Operator, ImmutableArray<MathValue> Items) : MathValue;

/// <summary>A matrix.</summary>
internal sealed record MatrixValue(ImmutableArray<ImmutableArray<MathNode>> Rows) : MathValue;

/// <summary>Two sides of =, ≠, &lt; or ≤; larger-than is written the other way round.</summary>
internal sealed record RelationValue(char Operator, MathValue Left, MathValue Right) : MathValue;
