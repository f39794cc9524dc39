using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay judges</c>: what judges are worth.</summary>
internal static class JudgesVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal, TimeProvider time)
    {
        VerbGroup group = new("judges", "Measures judges.");
        group.Subcommands.Add(JudgesEvaluateVerb.Create(terminal, time));
        return group;
    }
}
