using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay watermark</c>: marks texts, and finds marks.</summary>
internal static class WatermarkVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal)
    {
        VerbGroup group = new("watermark", "Marks texts without changing their distribution, and finds the mark.");
        group.Subcommands.Add(WatermarkGenerateVerb.Create(terminal));
        group.Subcommands.Add(WatermarkDetectVerb.Create(terminal));
        return group;
    }
}
