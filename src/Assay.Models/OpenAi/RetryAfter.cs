using System.Globalization;

namespace Assay.Models.OpenAi;

/// <summary>Reads how long an endpoint asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// <c>retry-after-ms</c> where it is given, else <c>Retry-After</c> as seconds or as a date (RFC 9110, 10.2.3); null where there is none or it cannot be
    /// read. Never negative.
    /// </summary>
    public static TimeSpan? Read(string? milliseconds, string? retryAfter, DateTimeOffset now)
    {
        if (Number(milliseconds) is { } inMilliseconds) return TimeSpan.FromMilliseconds(inMilliseconds);
        if (Number(retryAfter) is { } inSeconds) return TimeSpan.FromSeconds(inSeconds);
        if (!DateTimeOffset.TryParseExact(retryAfter, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)) return null;
        return date > now ? date - now : TimeSpan.Zero;
    }

    private const double Year = 31_536_000;

    // A year is longer than any run waits, and keeps the number a TimeSpan.
    private static double? Number(string? text)
    {
        bool isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
        return isNumber ? Math.Min(number, Year) : null;
    }
}
