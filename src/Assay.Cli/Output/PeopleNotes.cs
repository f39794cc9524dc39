using Assay.Cli.Options;
using Assay.Cli.Terminal;
using Assay.Core.Leaderboards;

namespace Assay.Cli.Output;

/// <summary>What people should know about a run, on standard error; nothing where they asked for quiet.</summary>
internal sealed class PeopleNotes(CommandTerminal terminal, bool quiet)
{
    /// <summary>Options that had no effect, and the notes of the whole result where it is written for a program, and people would not see them.</summary>
    public void ForResult(CommonRequest request, Leaderboard leaderboard, OutputFormat format)
    {
        foreach (string option in request.IgnoredOptions) Note($"{option} has no effect with --method bradley-terry, which ranks by strength.");
        if (format is OutputFormat.Table or OutputFormat.Markdown) return;
        foreach (string note in leaderboard.Notes) Note(note);
    }

    /// <summary>The files that were written.</summary>
    public void Written(params IEnumerable<string?> paths)
    {
        foreach (string? path in paths)
        {
            if (path is not null && !quiet) terminal.Error.WriteLine(OneLine.Of($"wrote {path}"));
        }
    }

    /// <summary>One sentence.</summary>
    public void Note(string sentence)
    {
        if (!quiet) terminal.Error.WriteLine(OneLine.Of($"note: {sentence}"));
    }
}
