using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay bench</c>: scenarios x models x metrics.</summary>
internal static class BenchVerb
{
    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal, TimeProvider time)
    {
        VerbGroup group = new("bench", "Runs benchmarks.");
        group.Subcommands.Add(BenchRunVerb.Create(terminal, time));
        group.Subcommands.Add(BenchTableVerb.Create(terminal));
        group.Subcommands.Add(BenchCompareVerb.Create(terminal));
        group.Subcommands.Add(BenchListVerb.Create(terminal));
        group.Subcommands.Add(BenchCheckVerb.Create(terminal));
        return group;
    }
}
