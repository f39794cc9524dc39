namespace Assay.Models.Retries;

/// <summary>The arithmetic of waiting.</summary>
internal static class RetryDelay
{
    /// <summary>
    /// Half of the exponential wait and a random part of the other half, so that calls refused together do not come back together. Where the endpoint said
    /// how long to wait,
    /// that long and a random part of the exponential wait: never less than it asked.
    /// </summary>
    /// <param name="policy">Bounds of the wait.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="retryAfter">What the endpoint asked for; null where it did not.</param>
    /// <param name="random">Uniform in [0, 1).</param>
    public static TimeSpan After(RetryPolicy policy, int attempt, TimeSpan? retryAfter, double random)
    {
        // 2^30 first waits are longer than any longest wait, and no overflow.
        TimeSpan doubled = policy.FirstWait * Math.Pow(2, Math.Min(attempt - 1, 30));
        TimeSpan wait = doubled < policy.LongestWait ? doubled : policy.LongestWait;
        return retryAfter is { } asked ? asked + wait * random / 2 : wait * (0.5 + random / 2);
    }
}
