using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs</c>: what runs hold.</summary>
internal static class RunsVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal)
    {
        VerbGroup group = new("runs", "Looks into runs.");
        group.Subcommands.Add(RunsListVerb.Create(terminal));
        group.Subcommands.Add(RunsShowVerb.Create(terminal));
        group.Subcommands.Add(RunsVerifyVerb.Create(terminal));
        group.Subcommands.Add(RunsExplainVerb.Create(terminal));
        group.Subcommands.Add(RunsDiffVerb.Create(terminal));
        group.Subcommands.Add(RunsExportVerb.Create(terminal));
        return group;
    }
}
