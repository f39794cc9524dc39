using Assay.Core.Responses;
using Assay.Models.Budgets;
using Assay.Models.RateLimits;
using Assay.Models.Retries;

namespace Assay.Models.Pipeline;

/// <summary>What the calls of a run's models have in common.</summary>
public sealed record ModelPipelineOptions
{
    /// <summary>Where answers are kept; null: nowhere, every call is made.</summary>
    public IResponseStore? Store { get; init; }

    /// <summary>Whether only the store answers; needs a <see cref="Store"/>.</summary>
    public bool IsOffline { get; init; }

    /// <summary>What may be spent; one for all models of a run. Null: no limit.</summary>
    public SpendingLimit? Budget { get; init; }

    /// <summary>How calls are tried again.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>
    /// Calls of one model in flight at most (<c>--concurrency</c>); null: what the model's limits say, and where they say nothing it is found.
    /// </summary>
    public int? Concurrency { get; init; }

    /// <summary>Told when the number of calls in flight changes. Called from any thread, must be quick.</summary>
    public Action<ConcurrencyChange>? OnConcurrencyChanged { get; init; }

    /// <summary>The clock by which calls wait, time out and are measured.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Seed of the jitter in waiting; answers do not depend on it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The value of an environment variable, or null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }
}
