using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Assay.Cli.Terminal;

namespace Assay.Cli.Help;

/// <summary>Answers <c>--version</c> with the version of this assembly and, after a plus sign, the revision it was built from where that is known.</summary>
internal sealed class VersionAction(CommandTerminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine(typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        return ExitCode.Done;
    }
}
