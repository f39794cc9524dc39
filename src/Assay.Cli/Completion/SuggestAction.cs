using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Assay.Cli.Terminal;

namespace Assay.Cli.Completion;

/// <summary>
/// Answers the directive <c>[suggest:POSITION] "line"</c> with one word per line that can stand at the position (in UTF-16 units, from 0; the end of the
/// line where none is given). The line is without the command's name. Options are offered only where one was begun, since elsewhere a path is wanted,
/// which the shell completes itself.
/// </summary>
internal sealed class SuggestAction(SuggestDirective directive, RootCommand root, CommandTerminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        string line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        string beforeCursor = line[..Position(parseResult, line.Length)].TrimStart();
        string word = beforeCursor[(beforeCursor.LastIndexOf(' ') + 1)..];
        // To the parser --format=j is one unfinished token; as two words it can tell what may follow.
        if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is >= 0 and int equals)
        {
            beforeCursor = $"{beforeCursor[..^(word.Length - equals)]} {word[(equals + 1)..]}";
            word = word[(equals + 1)..];
        }

        IEnumerable<string> words = root.Parse(beforeCursor, parseResult.Configuration).GetCompletions(beforeCursor.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (candidate[0] != '-' || word.StartsWith('-')));
        foreach (string candidate in words) terminal.Out.WriteLine(candidate);
        return ExitCode.Done;
    }

    private int Position(ParseResult parseResult, int end)
    {
        IReadOnlyList<string> values = parseResult.GetResult(directive)?.Values ?? [];
        return values.Count > 0 && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out int position) ? Math.Min(position, end) : end;
    }
}
