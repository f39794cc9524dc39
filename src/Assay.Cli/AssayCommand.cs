using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Assay.Cli.Completion;
using Assay.Cli.Errors;
using Assay.Cli.Help;
using Assay.Cli.Terminal;
using Assay.Cli.Verbs;

namespace Assay.Cli;

/// <summary>The command: its verbs, and how a command line becomes an exit code.</summary>
internal static class AssayCommand
{
    /// <summary>Runs one command line. Nothing is thrown: every failure becomes a line on standard error and an exit code of <see cref="ExitCode"/>.</summary>
    /// <param name="args">The command line without the command's own name.</param>
    /// <param name="terminal">Where data and words go.</param>
    /// <param name="time">The clock that paces the display of progress.</param>
    /// <param name="cancellation">Cancelled when the user wants to stop.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandTerminal terminal, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            // A file name may begin with @: it is no list of further arguments.
            ParseResult parse = CreateRoot(terminal, time).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (UsageErrors.Report(parse, terminal) is int usageError) return usageError;
            int exitCode = await parse.InvokeAsync(InvocationOn(terminal), cancellation);
            await terminal.Out.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (Exception failure)
        {
            return FailureReport.Report(failure, terminal, cancellation.IsCancellationRequested);
        }
    }

    /// <summary>The root command with all verbs.</summary>
    internal static RootCommand CreateRoot(CommandTerminal terminal, TimeProvider time)
    {
        RootCommand root = new("Assay measures language models: which is better, by how much, and how sure that is.");
        root.Subcommands.Add(LeaderboardVerb.Create(terminal, time));
        root.Subcommands.Add(CompareVerb.Create(terminal, time));
        root.Subcommands.Add(RatingsVerb.Create(terminal));
        root.Subcommands.Add(GenerateVerb.Create(terminal, time));
        root.Subcommands.Add(JudgeVerb.Create(terminal, time));
        root.Subcommands.Add(JudgesVerb.Create(terminal, time));
        root.Subcommands.Add(PlanVerb.Create(terminal, time));
        root.Subcommands.Add(BenchVerb.Create(terminal, time));
        root.Subcommands.Add(GateVerb.Create(terminal, time));
        root.Subcommands.Add(SimulateVerb.Create(terminal, time));
        root.Subcommands.Add(RunsVerb.Create(terminal));
        root.Subcommands.Add(ModelsVerb.Create(terminal, time));
        root.Subcommands.Add(AuditVerb.Create(terminal, time));
        root.Subcommands.Add(LmVerb.Create(terminal));
        root.Subcommands.Add(WatermarkVerb.Create(terminal));
        root.Subcommands.Add(SchemaVerb.Create(terminal));
        root.Subcommands.Add(CompletionVerb.Create(terminal));
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h", "-?")
        {
            Description = "Show help, of a verb where one is named.",
            Action = new HelpTextAction(terminal),
        });
        root.Options.Add(new VersionOption("--version") { Description = "Show the version.", Action = new VersionAction(terminal) });
        root.Directives.Clear();
        SuggestDirective suggest = new();
        suggest.Action = new SuggestAction(suggest, root, terminal);
        root.Directives.Add(suggest);
        return root;
    }

    // Failures and signals are this command's own affair: the parser's handlers would print stack traces and end the process on a timer.
    private static InvocationConfiguration InvocationOn(CommandTerminal terminal) => new()
    {
        Output = terminal.Out,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
