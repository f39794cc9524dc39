using System.Text;
using Assay.Models.Discovery;

namespace Assay.Cli.Terminal;

/// <summary>The terminal of this process. No other type asks <see cref="Console"/> or the environment for anything.</summary>
internal static class SystemTerminal
{
    /// <summary>Opens standard output and standard error as UTF-8 with LF line ends.</summary>
    public static CommandTerminal Open()
    {
        bool outIsTerminal = !Console.IsOutputRedirected;
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        return new CommandTerminal
        {
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 16 * 1024) { NewLine = "\n" },
            Error = TextWriter.Synchronized(new StreamWriter(new UnfailingStream(Console.OpenStandardError()), utf8) { NewLine = "\n", AutoFlush = true }),
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            NoColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            IsDumb = Environment.GetEnvironmentVariable("TERM") == "dumb",
            ShowsDefects = Environment.GetEnvironmentVariable("ASSAY_DEBUG") == "1",
            Surroundings = new Surroundings { Environment = Environment.GetEnvironmentVariable, WorkingFolder = "", LocalServers = LocalServer.Usual },
            Width = outIsTerminal ? WidthOrDefault() : CommandTerminal.WidthWithoutTerminal,
        };
    }

    private static int WidthOrDefault()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : CommandTerminal.WidthWithoutTerminal;
        }
        catch (IOException)
        {
            // A terminal that does not tell its size is still a terminal.
            return CommandTerminal.WidthWithoutTerminal;
        }
    }
}
