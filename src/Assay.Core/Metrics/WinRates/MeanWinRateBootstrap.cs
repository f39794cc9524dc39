using Assay.Core.Leaderboards;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Core.Metrics.WinRates;

/// <summary>
/// The uncertainty of mean win rates that comes from the instances: every replicate draws each scenario's instances (or clusters) with replacement, the same
/// for all models, and works the table out again (Efron 1979). The scenarios and the models stay as they are, so the interval says nothing of others. HELM
/// gives none.
/// </summary>
/// <remarks>
/// A win rate jumps where two models change places, so its replicates pile up on few values; the percentile interval is wide for models that are close and
/// has no width for one that always wins, which then has none. Its coverage was not measured.
/// </remarks>
public static class MeanWinRateBootstrap
{
    /// <summary>Each model's mean win rate in [0, 1] with the replicates' standard deviation and percentile interval.</summary>
    /// <param name="scenarios">The scenarios; all have the same models.</param>
    /// <param name="replicates">How many replicates, at least 2.</param>
    /// <param name="seed">The seed; replicate r draws from its stream number r + 1.</param>
    /// <param name="confidence">Nominal coverage of the interval, in (0, 1).</param>
    /// <param name="aggregation">How the columns become one number.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One for each model, null for one without a win rate; the count is the number of columns that the model has a win rate in.</returns>
    public static Estimate?[] Of(
        IReadOnlyList<WinRateScenario> scenarios, int replicates, ulong seed, double confidence, WinRateAggregation aggregation = WinRateAggregation.Mean,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        ConfidenceLevel.Check(confidence);
        WinRateColumn[] columns = [.. scenarios.Select(static scenario => scenario.ToColumn([]))];
        double?[] rates = MeanWinRate.Of(columns, aggregation);
        double[][] drawn = [.. rates.Select(_ => new double[replicates])];
        Parallel.For(0, replicates, new ParallelOptions { CancellationToken = cancellationToken }, replicate =>
        {
            RandomStream random = new(seed, (ulong)replicate + 1);
            double?[] rates = MeanWinRate.Of([.. scenarios.Select(scenario => scenario.ToColumn(Draw(scenario, random)))], aggregation);
            for (int model = 0; model < rates.Length; model++) drawn[model][replicate] = rates[model] ?? double.NaN;
        });
        return [.. rates.Select((rate, model) => rate is { } value
            ? InstructionBootstrap.Describe(value, drawn[model], Columns(columns, model), confidence) : null)];
    }

    private static int[] Draw(WinRateScenario scenario, RandomStream random)
    {
        int[] counts = new int[scenario.InstanceCount];
        if (scenario.Clusters.IsDefaultOrEmpty)
        {
            for (int i = 0; i < counts.Length; i++) counts[random.NextInt(counts.Length)]++;
            return counts;
        }
        int[] names = [.. scenario.Clusters.Distinct().Order()];
        Dictionary<int, int> drawn = [];
        for (int i = 0; i < names.Length; i++)
        {
            int name = names[random.NextInt(names.Length)];
            drawn[name] = drawn.GetValueOrDefault(name) + 1;
        }
        for (int i = 0; i < counts.Length; i++) counts[i] = drawn.GetValueOrDefault(scenario.Clusters[i]);
        return counts;
    }

    private static int Columns(WinRateColumn[] columns, int model) =>
        columns.Count(column => column.IsLowerBetter is not null && column.Values[model] is not null
            && column.Values.Count(static value => value is not null) > 1);
}
