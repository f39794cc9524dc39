using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay audit</c>: guarantees about what models say, and what they have seen.</summary>
internal static class AuditVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal, TimeProvider time)
    {
        VerbGroup group = new("audit", "Guarantees about what models say, and proofs of what they saw.");
        group.Subcommands.Add(AuditCalibrationVerb.Create(terminal));
        group.Subcommands.Add(AuditContaminationVerb.Create(terminal, time));
        group.Subcommands.Add(AuditFactualityVerb.Create(terminal));
        group.Subcommands.Add(AuditOverlapVerb.Create(terminal, time));
        return group;
    }
}
