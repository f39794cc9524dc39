using System.CommandLine;

namespace Assay.Cli.Options;

/// <summary>A verb of the command, with what its help shows beyond the parser's own knowledge: options in groups, and examples.</summary>
internal sealed class VerbCommand(string name, string summary) : Command(name, summary)
{
    private readonly List<OptionGroup> _groups = [];

    /// <summary>The verb's options by heading.</summary>
    public IReadOnlyList<OptionGroup> Groups => _groups;

    /// <summary>What the verb does, in a few sentences that follow the summary.</summary>
    public required string Details { get; init; }

    /// <summary>Command lines that somebody may copy.</summary>
    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>Adds options to the verb, under one heading.</summary>
    public void AddGroup(string title, IReadOnlyList<Option> options)
    {
        _groups.Add(new OptionGroup(title, options));
        foreach (Option option in options) Options.Add(option);
    }
}

/// <summary>A command line to copy.</summary>
/// <param name="Purpose">What it does, as a phrase.</param>
/// <param name="CommandLine">The line, in one line.</param>
internal sealed record Example(string Purpose, string CommandLine);
