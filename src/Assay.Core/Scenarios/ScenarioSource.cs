namespace Assay.Core.Scenarios;

/// <summary>A scenario file as a run keeps it, so that the run can be read without the file.</summary>
/// <param name="Name">The file as it was named, or the name of a definition that Assay carries.</param>
/// <param name="Text">Its text.</param>
/// <param name="Scenarios">The names of those of its scenarios that the run asks.</param>
public sealed record ScenarioSource(string Name, string Text, System.Collections.Immutable.ImmutableArray<string> Scenarios);
