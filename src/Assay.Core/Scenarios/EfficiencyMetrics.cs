namespace Assay.Core.Scenarios;

/// <summary>What does it take? Unknown where the endpoint did not tell.</summary>
internal static class EfficiencyMetrics
{
    public static IEnumerable<ScenarioMetric> All =>
    [
        Of("latency_seconds", static effort => effort.Latency?.TotalSeconds, false),
        Of("input_tokens", static effort => effort.Tokens.Input, null),
        Of("output_tokens", static effort => effort.Tokens.Output, null),
        Of("cost_usd", static effort => (double?)effort.Cost, false),
        Of("calls", static effort => effort.Calls == 0 ? null : effort.Calls, null),
        Of("calls_from_store", static effort => effort.Calls == 0 ? null : effort.FromStore, null),
    ];

    private static InstanceMetric Of(string name, Func<Effort, double?> figure, bool? higherIsBetter) => new()
    {
        Name = name,
        Kind = MetricKind.Efficiency,
        HigherIsBetter = higherIsBetter,
        IsProportion = false,
        Score = completion => figure(completion.Effort),
    };
}
