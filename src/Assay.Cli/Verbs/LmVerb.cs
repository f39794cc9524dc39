using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay lm</c>: a small language model that needs no network.</summary>
internal static class LmVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal)
    {
        VerbGroup group = new("lm", "A small language model of one's own, offline.");
        group.Subcommands.Add(LmTrainVerb.Create(terminal));
        group.Subcommands.Add(LmScoreVerb.Create(terminal));
        group.Subcommands.Add(LmSampleVerb.Create(terminal));
        return group;
    }
}
