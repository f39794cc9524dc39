using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay simulate</c>: annotators and worlds whose noise and truth were chosen.</summary>
internal static class SimulateVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal, TimeProvider time)
    {
        VerbGroup group = new("simulate", "Simulates annotators, and worlds with known truth.");
        group.Subcommands.Add(SimulateAnnotatorsVerb.Create(terminal, time));
        group.Subcommands.Add(SimulateWorldVerb.Create(terminal));
        return group;
    }
}
