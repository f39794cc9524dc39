using System.CommandLine;
using Assay.Cli.Options;

namespace Assay.Cli.Help;

/// <summary>Writes the help of the command and of its verbs. Every option's description states its default.</summary>
internal static class HelpText
{
    private const int WidestText = 100;
    private const int NarrowestText = 40;
    private const int TermColumn = 30;

    private const string ExitCodes = "0 done, 1 a condition you set was not met, 2 the command line or an input is wrong, 3 the data do not decide, "
        + "4 the budget was reached, 130 interrupted.";

    private const string Streams = "Data goes to standard output, words for people to standard error. Ctrl-C ends the work in order and a second one at once. "
        + "'assay VERB --help' tells more.";

    /// <summary>Writes the help of one command.</summary>
    /// <param name="command">The root or a verb.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="terminalWidth">Columns there are; the text takes 40 to 100 of them.</param>
    public static void Write(Command command, TextWriter writer, int terminalWidth)
    {
        int width = Math.Clamp(terminalWidth - 1, NarrowestText, WidestText);
        if (command is VerbCommand verb) WriteVerb(verb, writer, width);
        else if (command is VerbGroup group) WriteGroup(group, writer, width);
        else WriteRoot(command, writer, width);
    }

    /// <summary>The usage line of one command, without a line end.</summary>
    public static string Usage(Command command) => command is VerbCommand verb
        ? $"assay {FullName(verb)}{string.Concat(verb.Arguments.Select(ArgumentUsage))}{RequiredOptions(verb)}{(verb.Groups.Count > 0 ? " [options]" : "")}"
        : $"assay {(command is VerbGroup group ? group.Name + " " : "")}VERB [options]";

    /// <summary>The words that call a verb, without the command's own name: <c>runs show</c>.</summary>
    public static string FullName(Command command) =>
        command.Parents.OfType<VerbGroup>().FirstOrDefault() is { } group ? $"{group.Name} {command.Name}" : command.Name;

    private static void WriteRoot(Command root, TextWriter writer, int width)
    {
        TextLayout.Paragraph(writer, root.Description!, 0, width);
        Heading(writer, "Usage");
        writer.WriteLine("  " + Usage(root));
        Heading(writer, "Verbs");
        WriteSummaries([.. root.Subcommands.SelectMany(static verb => verb is VerbGroup ? verb.Subcommands : [verb])], writer, width);
        Heading(writer, "Options");
        foreach (Option option in root.Options) WriteOption(option, writer, width);
        Heading(writer, "Exit codes");
        TextLayout.Paragraph(writer, ExitCodes, 2, width);
        Heading(writer, "Environment");
        TextLayout.Term(writer, "NO_COLOR", "If set and not empty, no colours.", TermColumn / 2 + 1, width);
        TextLayout.Term(writer, "ASSAY_DEBUG", "If 1, a defect of the command is reported with all its details.", TermColumn / 2 + 1, width);
        writer.WriteLine();
        TextLayout.Paragraph(writer, Streams, 0, width);
    }

    private static void WriteGroup(VerbGroup group, TextWriter writer, int width)
    {
        TextLayout.Paragraph(writer, group.Description!, 0, width);
        Heading(writer, "Usage");
        writer.WriteLine("  " + Usage(group));
        Heading(writer, "Verbs");
        WriteSummaries([.. group.Subcommands], writer, width);
    }

    private static void WriteSummaries(IReadOnlyList<Command> verbs, TextWriter writer, int width)
    {
        int column = verbs.Max(static verb => FullName(verb).Length) + 4;
        foreach (Command verb in verbs) TextLayout.Term(writer, FullName(verb), verb.Description!, column, width);
    }

    private static void WriteVerb(VerbCommand verb, TextWriter writer, int width)
    {
        TextLayout.Paragraph(writer, verb.Description!, 0, width);
        writer.WriteLine();
        TextLayout.Paragraph(writer, verb.Details, 0, width);
        Heading(writer, "Usage");
        writer.WriteLine("  " + Usage(verb));
        if (verb.Arguments.Count > 0) Heading(writer, "Arguments");
        foreach (Argument argument in verb.Arguments) TextLayout.Term(writer, argument.Name, argument.Description!, TermColumn, width);
        foreach (OptionGroup group in verb.Groups)
        {
            Heading(writer, group.Title);
            foreach (Option option in group.Options) WriteOption(option, writer, width);
        }
        Heading(writer, "Examples");
        foreach (Example example in verb.Examples)
        {
            TextLayout.Paragraph(writer, example.Purpose + (example.Purpose.EndsWith('?') ? "" : ":"), 2, width);
            writer.WriteLine("    " + example.CommandLine);
        }
    }

    private static void Heading(TextWriter writer, string title)
    {
        writer.WriteLine();
        writer.WriteLine(title);
    }

    private static void WriteOption(Option option, TextWriter writer, int width)
    {
        string[] shortNames = [.. option.Aliases.Where(alias => alias.Length == 2 && alias[0] == '-' && char.IsAsciiLetter(alias[1]))];
        string value = option.HelpName is null ? "" : " " + option.HelpName;
        TextLayout.Term(writer, string.Join(", ", [.. shortNames, option.Name]) + value, option.Description!, TermColumn, width);
    }

    private static string RequiredOptions(Command verb) =>
        string.Concat(verb.Options.Where(option => option.Required).Select(option => $" {option.Name} {option.HelpName}"));

    private static string ArgumentUsage(Argument argument)
    {
        string name = argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return argument.Arity.MinimumNumberOfValues == 0 ? $" [{name}]" : $" {name}";
    }
}
