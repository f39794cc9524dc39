using System.Globalization;

namespace Assay.Models.RateLimits;

/// <summary>The number of calls in flight was changed.</summary>
/// <param name="At">When.</param>
/// <param name="Model">The model's name.</param>
/// <param name="From">Calls in flight at most, before.</param>
/// <param name="To">Calls in flight at most, from now on.</param>
/// <param name="Pause">How long no call is started; zero where it grew.</param>
public sealed record ConcurrencyChange(DateTimeOffset At, string Model, int From, int To, TimeSpan Pause)
{
    /// <summary>What happened, in one sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Model}: {From} calls at once became {To}{Why}.");

    private string Why => Pause > TimeSpan.Zero
        ? string.Create(CultureInfo.InvariantCulture, $", because calls were refused; no new call for {Pause.TotalSeconds:0.#} s")
        : ", because calls are answered";
}
