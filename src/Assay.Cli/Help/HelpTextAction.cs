using System.CommandLine;
using System.CommandLine.Invocation;
using Assay.Cli.Terminal;

namespace Assay.Cli.Help;

/// <summary>Answers <c>--help</c>: on standard output, since it is what was asked for, whatever else is wrong with the command line.</summary>
internal sealed class HelpTextAction(CommandTerminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        HelpText.Write(parseResult.CommandResult.Command, terminal.Out, terminal.OutIsTerminal ? terminal.Width : 100);
        return ExitCode.Done;
    }
}
