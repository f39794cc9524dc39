using Assay.Core.Models;

namespace Assay.Core.Scenarios;

/// <summary>What the calls for an instance took. Unknown is null, never zero.</summary>
/// <param name="Latency">From sending to the whole answer, all calls together; of a stored answer, when it was made.</param>
/// <param name="Tokens">Tokens as the endpoint counted them.</param>
/// <param name="Cost">US dollars that were paid for it, whenever that was.</param>
/// <param name="Calls">Calls.</param>
/// <param name="FromStore">Those that were answered from the store.</param>
public sealed record Effort(TimeSpan? Latency, TokenUsage Tokens, decimal? Cost, int Calls, int FromStore)
{
    /// <summary>Nothing is known.</summary>
    public static Effort Unknown { get; } = new(null, TokenUsage.Unknown, null, 0, 0);
}
