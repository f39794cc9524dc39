namespace Assay.Models.Retries;

/// <summary>How often and after how long a call is tried again.</summary>
public sealed record RetryPolicy
{
    /// <summary>Attempts at most, the first included. The default value is 8: with the default waits, about four minutes.</summary>
    public int MostAttempts
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostAttempts), value, "There must be at least one attempt.");
    } = 8;

    /// <summary>Attempts at most where the endpoint answered with something that is no answer, and may have charged for it. The default value is 4.</summary>
    public int MostBrokenAnswers
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostBrokenAnswers), value, "There must be at least one attempt.");
    } = 4;

    /// <summary>
    /// Attempts at most where the endpoint cannot be reached and never was by this client: more likely its address is wrong than that it comes back. The
    /// default value is 3.
    /// </summary>
    public int MostUnreached
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostUnreached), value, "There must be at least one attempt.");
    } = 3;

    /// <summary>The wait after the first attempt, before jitter; it doubles with every attempt. The default value is one second.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait of our own choice. The default value is one minute.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest <c>Retry-After</c> that is waited for; who asks for more is not tried again. The default value is ten minutes.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(10);
}
