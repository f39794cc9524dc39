using System.Diagnostics.CodeAnalysis;
using Assay.Reporting.Contracts;

namespace Assay.Cli.Contracts;

/// <summary>Every contract that <c>assay schema</c> knows: those of reports, and that of a run's results.</summary>
internal static class CommandSchemas
{
    private const string Results = "results";

    /// <summary>The names of the contracts.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ContractSchemas.Names, Results];

    /// <summary>The schema of a contract, as indented JSON that ends in a line feed.</summary>
    /// <returns>False where the name, compared ordinally, is none of <see cref="Names"/>.</returns>
    public static bool TryRender(string name, [NotNullWhen(true)] out string? schema)
    {
        if (name != Results) return ContractSchemas.TryRender(name, out schema);
        schema = ContractSchemas.Render(ResultsContext.Readable.ResultsContract, $"results.json of a run of assay judge, version {ResultsContract.Version}");
        return true;
    }
}
