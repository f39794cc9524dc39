namespace Assay.Core.Models;

/// <summary>What a model costs, in US dollars per million tokens. Decimal, so that sums of prices are exact.</summary>
/// <param name="Input">Price of input tokens; not negative.</param>
/// <param name="Output">Price of output tokens; not negative.</param>
/// <param name="CachedInput">Price of cached input tokens; null: they cost what input tokens cost.</param>
public sealed record ModelPrice(decimal Input, decimal Output, decimal? CachedInput = null)
{
    private const decimal Million = 1_000_000m;

    /// <inheritdoc cref="ModelPrice(decimal, decimal, decimal?)" path="/param[@name='Input']"/>
    public decimal Input { get; init; } = NotNegative(Input, nameof(Input));

    /// <inheritdoc cref="ModelPrice(decimal, decimal, decimal?)" path="/param[@name='Output']"/>
    public decimal Output { get; init; } = NotNegative(Output, nameof(Output));

    /// <inheritdoc cref="ModelPrice(decimal, decimal, decimal?)" path="/param[@name='CachedInput']"/>
    public decimal? CachedInput { get; init; } = CachedInput is { } cached ? NotNegative(cached, nameof(CachedInput)) : null;

    /// <summary>Cost of a call in US dollars; null where the endpoint did not count input or output. Unknown cached tokens count as not cached.</summary>
    public decimal? CostOf(TokenUsage usage)
    {
        if (usage is not { Input: { } input, Output: { } output }) return null;
        long cached = Math.Clamp(usage.CachedInput ?? 0, 0, input);
        return ((input - cached) * Input + cached * (CachedInput ?? Input) + output * Output) / Million;
    }

    private static decimal NotNegative(decimal price, string name) =>
        price >= 0 ? price : throw new ArgumentOutOfRangeException(name, price, "A price must not be negative.");
}
