using System.CommandLine;
using Assay.Cli.Help;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;

namespace Assay.Cli.Errors;

/// <summary>Reports what is wrong with a command line: on standard error, with where to read more, and exit code 2.</summary>
internal static class UsageErrors
{
    /// <summary>Reports the errors of a command line that cannot be run; null if it can.</summary>
    public static int? Report(ParseResult parse, CommandTerminal terminal)
    {
        // Asked for help or for words to complete, the command answers whatever else the line holds.
        if (parse.Action is { ClearsParseErrors: true }) return null;
        Command command = parse.CommandResult.Command;
        bool wantsVerb = command is not VerbCommand;
        if (wantsVerb && parse.Tokens.Count == (command is VerbGroup ? 1 : 0))
        {
            HelpText.Write(command, terminal.Error, terminal.ErrorIsTerminal ? terminal.Width : 100);
            return ExitCode.UsageOrInput;
        }

        string[] unknown = [.. UnknownOptions.Find(parse)];
        if (unknown.Length == 0 && parse.Errors.Count == 0) return null;
        // After a misspelt option its value was taken for something else, and errors about that only mislead.
        IEnumerable<string> sentences = unknown.Length > 0 ? unknown : wantsVerb ? [UnknownVerb(parse, command)] : parse.Errors.Select(error => error.Message);
        foreach (string sentence in sentences.Distinct(StringComparer.Ordinal)) terminal.Error.WriteLine("assay: " + OneLine.Of(WithFullStop(sentence)));
        terminal.Error.WriteLine($"Usage: {HelpText.Usage(command)}");
        terminal.Error.WriteLine($"See '{(command is VerbCommand ? $"assay {HelpText.FullName(command)}" : "assay")} --help'.");
        return ExitCode.UsageOrInput;
    }

    private static string UnknownVerb(ParseResult parse, Command root)
    {
        if (parse.UnmatchedTokens.Count == 0) return parse.Errors[0].Message;
        string typed = parse.UnmatchedTokens[0];
        IEnumerable<string> names = typed.StartsWith('-') ? ["--help", "--version"] : root.Subcommands.Select(verb => verb.Name);
        return $"There is no {(typed.StartsWith('-') ? "option" : "verb")} '{typed}'{NearestName.Hint(typed, names)}";
    }

    private static string WithFullStop(string sentence) => sentence[^1] is '.' or '?' ? sentence : sentence + ".";
}
