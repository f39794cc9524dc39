namespace Assay.Core.Judging;

/// <summary>An instruction that was not judged, because it was not to be or could not be.</summary>
/// <param name="Generator">The candidate.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Dataset">The data set; null where none is named.</param>
/// <param name="Reason">Why, one sentence.</param>
public sealed record SkippedItem(string Generator, string Instruction, string? Dataset, string Reason);
