namespace Assay.Core.Scenarios;

/// <summary>A model whose completions somebody saved.</summary>
/// <param name="Name">Its name in the run.</param>
/// <param name="Path">A file, or a folder with a file for each scenario.</param>
/// <param name="Column">The column of the completion; null: the first of the usual names that is there.</param>
public sealed record RecordedModel(string Name, string Path, string? Column);
