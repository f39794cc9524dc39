using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay simulate</c>: worlds whose truth was chosen.</summary>
internal static class SimulateVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal)
    {
        VerbGroup group = new("simulate", "Simulates worlds with known truth.");
        group.Subcommands.Add(SimulateWorldVerb.Create(terminal));
        return group;
    }
}
