using System.Security.Cryptography.X509Certificates;

namespace Assay.TestServer;

/// <summary>How a test server behaves.</summary>
public sealed record ModelServerOptions
{
    /// <summary>What its model says; a function of the question alone. Null: <see cref="DeterministicModel"/>.</summary>
    public Func<ModelQuestion, ModelReply>? Reply { get; init; }

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>What <c>Retry-After</c> says, where the fault has one.</summary>
    public string RetryAfter { get; init; } = "1";

    /// <summary>Whether calls are kept to look at; false for so many that they would fill the memory.</summary>
    public bool KeepsCalls { get; init; } = true;

    /// <summary>The key it wants; null: none, and any is taken.</summary>
    public string? Key { get; init; }

    /// <summary>Whether <c>/completions</c> is there.</summary>
    public bool HasCompletions { get; init; } = true;

    /// <summary>Models it lists.</summary>
    public IReadOnlyList<string> Models { get; init; } = ["test-model"];

    /// <summary>Calls in flight it takes; further ones get 429. Null: any number.</summary>
    public int? MostInFlight { get; init; }

    /// <summary>The port it listens on; 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Serves https with this certificate; null: http.</summary>
    public X509Certificate2? Certificate { get; init; }
}
