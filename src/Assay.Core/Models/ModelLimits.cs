namespace Assay.Core.Models;

/// <summary>What an endpoint allows, or what the user wants to allow it. Null: not limited by us.</summary>
public sealed record ModelLimits
{
    /// <summary>Nothing is limited.</summary>
    public static ModelLimits None { get; } = new();

    /// <summary>Requests a minute, every attempt counted; positive or null.</summary>
    public int? RequestsPerMinute
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(RequestsPerMinute), value, "A limit must be positive.");
    }

    /// <summary>Tokens a minute, input and output together; positive or null.</summary>
    public int? TokensPerMinute
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(TokensPerMinute), value, "A limit must be positive.");
    }

    /// <summary>Calls in flight at once, at most; positive, or null to let the run find it (it starts low, grows, and backs off when refused).</summary>
    public int? Concurrency
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Concurrency), value, "A limit must be positive.");
    }
}
