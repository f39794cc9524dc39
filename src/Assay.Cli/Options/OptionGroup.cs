using System.CommandLine;

namespace Assay.Cli.Options;

/// <summary>Options that help shows under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Options">The options in the order they are shown.</param>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);
