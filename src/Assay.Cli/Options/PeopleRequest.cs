using Assay.Core.Clusters;
using Assay.Storage.People;

namespace Assay.Cli.Options;

/// <summary>What the user asked for about people's judgements.</summary>
internal sealed record PeopleRequest
{
    /// <summary>Files of people's judgements; may be none.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Where files have what.</summary>
    public required VerdictColumns Columns { get; init; }

    /// <summary>What judgements share; null: nothing.</summary>
    public required Clustering? Clustering { get; init; }
}
