using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay ratings</c>: scores that people gave.</summary>
internal static class RatingsVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal)
    {
        VerbGroup group = new("ratings", "Compares scores that people gave.");
        group.Subcommands.Add(RatingsCompareVerb.Create(terminal));
        return group;
    }
}
