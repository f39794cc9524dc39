namespace Assay.Core.Scenarios;

/// <summary>A completion that somebody saved.</summary>
/// <param name="Place">Its file and row.</param>
/// <param name="Identity">The instance it is to; null where the file names none.</param>
/// <param name="Prompt">The whole prompt, or the question; null where the file has none.</param>
/// <param name="Text">The completion.</param>
public sealed record RecordedCompletion(string Place, string? Identity, string? Prompt, string Text);
