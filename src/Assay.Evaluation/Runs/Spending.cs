using Assay.Core.Models;
using Assay.Core.Runs;

namespace Assay.Evaluation.Runs;

/// <summary>What calls came to. Unknown is not zero: a call whose cost or tokens nobody told makes the total unknown.</summary>
public sealed record Spending
{
    /// <summary>No calls.</summary>
    public static Spending None { get; } = new();

    /// <summary>Calls that were sent and answered.</summary>
    public int Sent { get; init; }

    /// <summary>Answers taken from the store, for which nothing was sent or paid.</summary>
    public int FromStore { get; init; }

    /// <summary>Calls that gave no answer.</summary>
    public int Failed { get; init; }

    /// <summary>US dollars known to be paid for the calls sent; the whole cost only where <see cref="WithoutCost"/> is 0.</summary>
    public decimal KnownCost { get; init; }

    /// <summary>Calls sent whose cost is unknown.</summary>
    public int WithoutCost { get; init; }

    /// <summary>Tokens of the calls sent; a count is null where any of them does not tell it.</summary>
    public TokenUsage Tokens { get; init; } = new(0, 0, 0, 0);

    /// <summary>US dollars paid; null where that of any call is unknown.</summary>
    public decimal? Cost => WithoutCost == 0 ? KnownCost : null;

    /// <summary>Share of the answers that came from the store, in [0, 1]; null without answers.</summary>
    public double? FromStoreShare => Sent + FromStore == 0 ? null : (double)FromStore / (Sent + FromStore);

    /// <summary>These and one more call.</summary>
    public Spending With(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Response is not { } response) return this with { Failed = Failed + 1 };
        if (call.IsFromStore) return this with { FromStore = FromStore + 1 };
        return this with
        {
            Sent = Sent + 1,
            KnownCost = KnownCost + (response.Cost ?? 0),
            WithoutCost = WithoutCost + (response.Cost is null ? 1 : 0),
            Tokens = Tokens.Add(response.Usage),
        };
    }
}
