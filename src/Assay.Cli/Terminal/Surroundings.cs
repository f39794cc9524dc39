using Assay.Models.Discovery;

namespace Assay.Cli.Terminal;

/// <summary>What a command finds around it besides its arguments. Passed in, so that a test sees none of the machine it runs on.</summary>
internal sealed record Surroundings
{
    /// <summary>Nothing: no variable is set and no server is looked for.</summary>
    public static Surroundings None { get; } = new() { Environment = static _ => null, WorkingFolder = "", LocalServers = [] };

    /// <summary>The value of an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Where <c>assay.yaml</c> and the response store are looked for; empty is the process's own working folder.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Local servers that are looked for where no model is configured.</summary>
    public required IReadOnlyList<LocalServer> LocalServers { get; init; }
}
