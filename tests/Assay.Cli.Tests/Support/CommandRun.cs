using Assay.Cli.Terminal;

namespace Assay.Cli.Tests.Support;

/// <summary>One command line, run in this process on a terminal of text.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the command with standard output and standard error redirected.</summary>
    public static Task<CommandRun> Of(params string[] args) => On(new TestTerminal(), args);

    /// <summary>Runs the command on a terminal with chosen properties.</summary>
    public static async Task<CommandRun> On(TestTerminal terminal, params string[] args)
    {
        int exitCode = await AssayCommand.RunAsync(args, terminal.ToCommandTerminal(), terminal.Time, terminal.Cancellation);
        return new CommandRun(exitCode, terminal.Out.ToString()!, terminal.Error.ToString()!);
    }
}

/// <summary>A terminal whose texts a test can read.</summary>
internal sealed record TestTerminal
{
    public TextWriter Out { get; init; } = new StringWriter { NewLine = "\n" };

    public TextWriter Error { get; init; } = new StringWriter { NewLine = "\n" };

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public bool NoColor { get; init; }

    public bool IsDumb { get; init; }

    public bool ShowsDefects { get; init; }

    public int Width { get; init; } = CommandTerminal.WidthWithoutTerminal;

    public CancellationToken Cancellation { get; init; }

    public TimeProvider Time { get; init; } = new ManualTime();

    public Surroundings Surroundings { get; init; } = Surroundings.None;

    public CommandTerminal ToCommandTerminal() => new()
    {
        Out = Out,
        Error = Error,
        OutIsTerminal = OutIsTerminal,
        ErrorIsTerminal = ErrorIsTerminal,
        NoColor = NoColor,
        IsDumb = IsDumb,
        ShowsDefects = ShowsDefects,
        Width = Width,
        Surroundings = Surroundings,
    };
}
