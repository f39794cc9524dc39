namespace Assay.Core.Metrics.Mathematics;

/// <summary>A text is no mathematics that is understood; caught where it is parsed.</summary>
internal sealed class MathParseException(string message) : Exception(message);
