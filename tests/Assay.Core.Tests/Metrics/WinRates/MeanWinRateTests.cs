using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Metrics.WinRates;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.WinRates;

public sealed class MeanWinRateTests
{
    private const string File = "win_rates.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "mean win rate", "median win rate")]
    public void Mean_win_rates_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        WinRateColumn[] columns =
        [
            .. entry.Input.GetProperty("columns").EnumerateArray().Zip(entry.Input.GetProperty("lower_is_better").EnumerateArray(),
                static (values, isLowerBetter) =>
                new WinRateColumn(
                    [.. values.EnumerateArray().Select(static value => value.ValueKind == JsonValueKind.Null ? null : (double?)value.GetDouble())],
                    isLowerBetter.ValueKind == JsonValueKind.Null ? null : isLowerBetter.GetBoolean())),
        ];
        WinRateAggregation aggregation = Enum.Parse<WinRateAggregation>(entry.Input.GetProperty("aggregation").GetString()!, ignoreCase: true);
        double?[] rates = MeanWinRate.Of(columns, aggregation);
        Assert.Equal(entry.Expected.GetArrayLength(), rates.Length);
        foreach ((JsonElement expected, double? actual) in entry.Expected.EnumerateArray().Zip(rates))
        {
            if (expected.ValueKind == JsonValueKind.Null) Assert.Null(actual);
            else Assert.Equal(expected.GetDouble(), actual!.Value, entry.Tolerance);
        }
    }

    [Fact]
    public void The_win_rates_of_a_full_table_average_one_half() => Prop.ForAll(Tables, static columns =>
        Math.Abs(MeanWinRate.Of(columns).Average()!.Value - 0.5) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_every_column_round_turns_every_win_rate_round() => Prop.ForAll(Tables, static columns =>
        MeanWinRate.Of(columns).Zip(MeanWinRate.Of([.. columns.Select(static column => column with { IsLowerBetter = true })]))
            .All(static pair => Math.Abs(pair.First!.Value + pair.Second!.Value - 1) < 1e-12)).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_of_unlike_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => MeanWinRate.Of([new WinRateColumn([1, 2], false), new WinRateColumn([1], false)]));

    [Fact]
    public void No_columns_have_no_models() => Assert.Empty(MeanWinRate.Of([]));

    [Fact]
    public void The_interval_is_the_same_for_the_same_seed() => Assert.Equal(Bootstrap(7), Bootstrap(7));

    [Fact]
    public void The_interval_holds_the_win_rate_of_models_that_differ_little() =>
        Assert.All(Bootstrap(7), static estimate => Assert.True(estimate!.Interval!.Contains(estimate.Value) && estimate.StandardError > 0));

    [Fact]
    public void A_model_that_wins_in_every_replicate_has_no_interval() =>
        Assert.Null(MeanWinRateBootstrap.Of([new WinRateScenario([[1, 1, 1], [0, 0, 0]], false)], 50, 1, 0.95)[0]!.Interval);

    [Fact]
    public void A_model_that_was_run_nowhere_has_no_estimate() =>
        Assert.Null(MeanWinRateBootstrap.Of([new WinRateScenario([[1, 0], [], [0, 1]], false)], 50, 1, 0.95)[1]);

    [Fact]
    public void One_cluster_leaves_nothing_to_draw() =>
        Assert.All(MeanWinRateBootstrap.Of([new WinRateScenario([[1, 0, 1], [0, 1, 0]], false, [4, 4, 4])], 50, 1, 0.95), static estimate =>
            Assert.Null(estimate!.Interval));

    [Fact]
    public void A_missing_score_is_left_out_of_the_mean() =>
        Assert.Equal(1, MeanWinRateBootstrap.Of([new WinRateScenario([[1, double.NaN], [0.5, 0.9]], false)], 2, 1, 0.95)[0]!.Value);

    private static Estimate?[] Bootstrap(ulong seed)
    {
        RandomStream random = new(3, 0);
        ImmutableArray<double> Scores() => [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble())];
        WinRateScenario[] scenarios = [.. Enumerable.Range(0, 5).Select(_ => new WinRateScenario([Scores(), Scores(), Scores()], false))];
        return MeanWinRateBootstrap.Of(scenarios, 200, seed, 0.95);
    }

    private static Arbitrary<WinRateColumn[]> Tables =>
        (from models in Gen.Choose(2, 6)
         from columns in (from values in Gen.Choose(0, 4).ArrayOf(models)
                          select new WinRateColumn([.. values.Select(static value => (double?)value)], false)).NonEmptyListOf()
         select columns.ToArray()).ToArbitrary();
}
