namespace Assay.Core.Metrics.Reduction;

/// <summary>How often each category was said.</summary>
public static class CategoryShares
{
    /// <summary>Shares in [0, 1] that sum to 1: the declared categories in their order, 0 where unsaid, then undeclared ones as they were first seen.</summary>
    /// <returns>Empty without values: their shares are unknown.</returns>
    public static IReadOnlyList<KeyValuePair<string, double>> Of(IReadOnlyCollection<string> values, IReadOnlyCollection<string> declared)
    {
        if (values.Count == 0) return [];
        return [.. declared.Concat(values).Distinct().Select(name => KeyValuePair.Create(name, (double)values.Count(value => value == name) / values.Count))];
    }
}
