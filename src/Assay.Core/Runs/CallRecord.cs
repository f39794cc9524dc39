using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Core.Runs;

/// <summary>One call a run made or took from the store: one line of <c>calls.jsonl</c>.</summary>
public sealed record CallRecord
{
    /// <summary>When its answer was there, or it was given up.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The item it was made for.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The model's name in the run (<see cref="ModelSpecification.Name"/>).</summary>
    public required string Model { get; init; }

    /// <summary>What was asked.</summary>
    public required ModelRequest Request { get; init; }

    /// <summary>The key of the request.</summary>
    public required ResponseKey Key { get; init; }

    /// <summary>What came, with usage, latency, attempts and cost; null where the call failed.</summary>
    public StoredResponse? Response { get; init; }

    /// <summary>True: nothing was sent and nothing paid.</summary>
    public bool IsFromStore { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public CallFailure? Failure { get; init; }

    /// <summary>The order shown; null when outputs are generated.</summary>
    public PresentationOrder? Order { get; init; }
}

/// <summary>Why a call failed.</summary>
/// <param name="Failure">The kind.</param>
/// <param name="Message">One sentence without secrets.</param>
/// <param name="StatusCode">The HTTP status, where there was one.</param>
/// <param name="Attempts">Attempts made.</param>
public sealed record CallFailure(ModelFailure Failure, string Message, int? StatusCode, int Attempts);
