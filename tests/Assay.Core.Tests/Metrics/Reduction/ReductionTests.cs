using System.Globalization;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Metrics.Matching;
using Assay.Core.Metrics.Reduction;
using Assay.Statistics.Estimation;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.Reduction;

public sealed class ReductionTests
{
    private const string Reducers = "score_reducers.json", Texts = "text_metrics.json";

    [ReferenceTheory]
    [ReferenceEntries(Reducers, "scalar", "all scores NaN", "no scores", "list scores", "keyed scores, per key", "max of", "pass_", "mean of", "collect")]
    public void Reduced_scores_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reducers, name);
        JsonElement scores = entry.Input.GetProperty("scores");
        foreach (JsonProperty expected in entry.Expected.EnumerateObject())
        {
            if (expected.Name == "collect") continue;
            ScoreReducer reducer = Reducer(expected.Name);
            switch (expected.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (KeyValuePair<string, double?> reduced in KeyedScores.Reduce(reducer, Keyed(scores)))
                        Equal(ReferenceEntry.Number(expected.Value.GetProperty(reduced.Key)), reduced.Value, entry.Tolerance);
                    break;
                case JsonValueKind.Array:
                    Assert.Equal(ReferenceEntry.Numbers(expected.Value), KeyedScores.Reduce(reducer, Lists(scores)).Select(static value => value!.Value));
                    break;
                default:
                    Equal(ReferenceEntry.Number(expected.Value), reducer.Reduce([.. scores.EnumerateArray().Select(Score)]), entry.Tolerance);
                    break;
            }
        }
    }

    [ReferenceTheory]
    [ReferenceEntries(Reducers, "lists of unlike", "keyed scores with unlike")]
    public void Repeats_of_unlike_shape_are_an_error(string name)
    {
        JsonElement scores = ReferenceEntry.Read(Reducers, name).Input.GetProperty("scores");
        Assert.Throws<InputException>(() =>
        {
            if (scores[0].ValueKind == JsonValueKind.Array) KeyedScores.Reduce(new MeanReducer(), Lists(scores));
            else KeyedScores.Reduce(new MeanReducer(), Keyed(scores));
        });
    }

    [ReferenceTheory]
    [ReferenceEntries(Reducers, "grouped")]
    public void Means_by_group_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reducers, name);
        GroupMeans means = GroupMeans.Of(entry.Input.GetProperty("groups").EnumerateArray().Zip(
            entry.Input.GetProperty("scores").EnumerateArray(), static (group, score) => (group.GetString()!, Score(score))));
        foreach (GroupMean group in means.Groups) Assert.Equal(entry.Expected.GetProperty(group.Name).GetDouble(), group.Mean!.Value, entry.Tolerance);
        double? all = entry.Input.TryGetProperty("overall", out _) ? means.ByGroup : means.BySample;
        Assert.Equal(entry.Expected.GetProperty("all").GetDouble(), all!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(Reducers, "keyed mean")]
    public void The_mean_over_a_key_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reducers, name);
        double missing = entry.Input.GetProperty("on_missing").GetString() == "zero" ? 0 : double.NaN;
        string key = entry.Input.GetProperty("key").GetString()!;
        double? mean = new MeanReducer().Reduce(
            [.. Keyed(entry.Input.GetProperty("scores")).Select(scores => scores.TryGetValue(key, out double score) ? score : missing)]);
        Equal(ReferenceEntry.Number(entry.Expected), mean, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(Reducers, "category shares")]
    public void Shares_of_categories_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reducers, name);
        IReadOnlyList<KeyValuePair<string, double>> shares =
            CategoryShares.Of(Strings(entry.Input.GetProperty("scores")), Strings(entry.Input.GetProperty("categories")));
        Assert.Equal(entry.Expected.EnumerateObject().Select(static share => share.Name), shares.Select(static share => share.Key));
        Assert.All(shares, share => Assert.Equal(entry.Expected.GetProperty(share.Key).GetDouble(), share.Value, entry.Tolerance));
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "pass@k")]
    public void Pass_at_k_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        double? chance = Combinations.PassAt(Whole("samples"), Whole("correct"), Whole("k"));
        Assert.Equal(entry.Expected.GetDouble(), chance!.Value, entry.Tolerance);

        int Whole(string field) => entry.Input.GetProperty(field).GetInt32();
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "group of two", "nested group")]
    public void Means_of_tasks_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        double[][] tasks = ReferenceEntry.Matrix(entry.Input.GetProperty("values_per_task"));
        GroupMeans means = GroupMeans.Of(tasks.SelectMany(static (values, task) => values.Select(value => ($"{task}", value))));
        double mean = (entry.Input.GetProperty("weight_by_size").GetBoolean() ? means.BySample : means.ByGroup)!.Value;
        if (entry.Expected.TryGetProperty("score", out JsonElement score)) Assert.Equal(score.GetDouble(), mean, entry.Tolerance);
        else
        {
            Assert.Equal(entry.Expected.GetProperty("parent_score").GetDouble(), mean, entry.Tolerance);
            Assert.Equal(entry.Expected.GetProperty("subgroup_score").GetDouble(), means.Groups[0].Mean!.Value, entry.Tolerance);
            Assert.Equal(entry.Expected.GetProperty("parent_sample_len").GetInt32(), means.Groups.Sum(static group => group.Count));
        }
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "mean of task scores")]
    public void Means_of_task_scores_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        double[] scores = ReferenceEntry.Numbers(entry.Input.GetProperty("scores"));
        int[] sizes = [.. ReferenceEntry.Numbers(entry.Input.GetProperty("sizes")).Select(static size => (int)size)];
        double? mean = entry.Input.GetProperty("weight_by_size").GetBoolean() ? MeanOfMeans.ByItem(scores, sizes) : MeanOfMeans.ByTask(scores);
        Assert.Equal(entry.Expected.GetDouble(), mean!.Value, entry.Tolerance);
    }

    [Fact]
    public void No_tasks_have_no_mean() => Assert.Equal((null, null), (MeanOfMeans.ByTask([]), MeanOfMeans.ByItem([0.5], [0])));

    [ReferenceTheory]
    [ReferenceEntries(Texts, "group standard error")]
    public void One_score_has_no_standard_error(string name)
    {
        double[][] tasks = ReferenceEntry.Matrix(ReferenceEntry.Read(Texts, name).Input.GetProperty("values_per_task"));
        Assert.Null(MeanEstimate.Of(tasks[0], 0.95)!.StandardError);
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "running statistic")]
    public void A_running_statistic_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        RunningStatistic statistic = ReferenceEntry.Numbers(entry.Input.GetProperty("values")).Aggregate(default(RunningStatistic), static (sum, value) =>
            sum.Add(value));
        double?[] actual =
        [
            statistic.Sum, statistic.Count, statistic.Lowest, statistic.Highest, statistic.Mean, statistic.PopulationVariance, statistic.PopulationDeviation,
        ];
        Assert.All(entry.Expected.EnumerateObject().Zip(actual), pair => Assert.Equal(pair.First.Value.GetDouble(), pair.Second!.Value, entry.Tolerance));
    }

    [Fact]
    public void Merging_nothing_with_nothing_has_no_deviation() => Assert.Null(default(RunningStatistic).Merge(default).PopulationDeviation);

    [Fact]
    public void Merged_parts_are_the_statistic_of_the_whole() => Prop.ForAll<NormalFloat[], NormalFloat[]>((first, second) =>
    {
        double[] left = [.. first.Select(static x => x.Get % 100)], right = [.. second.Select(static x => x.Get % 100)];
        RunningStatistic merged = Of(left).Merge(Of(right)), whole = Of([.. left, .. right]);
        return merged.Count == whole.Count && Math.Abs((merged.PopulationVariance ?? 0) - (whole.PopulationVariance ?? 0)) < 1e-9
            && merged.Lowest == whole.Lowest && merged.Highest == whole.Highest;

        static RunningStatistic Of(double[] values) => values.Aggregate(default(RunningStatistic), static (sum, value) => sum.Add(value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pass_at_k_rises_with_k_and_pass_all_falls() => Prop.ForAll(
        (from n in Gen.Choose(1, 60) from c in Gen.Choose(0, n) from k in Gen.Choose(1, n) select (n, c, k)).ToArbitrary(), static draw =>
        draw.k == 1 || (Combinations.PassAt(draw.n, draw.c, draw.k) >= Combinations.PassAt(draw.n, draw.c, draw.k - 1) - 1e-12
            && Combinations.PassAll(draw.n, draw.c, draw.k) <= Combinations.PassAll(draw.n, draw.c, draw.k - 1) + 1e-12)).QuickCheckThrowOnFailure();

    [Fact]
    public void Pass_at_1_is_the_share_of_correct_samples() => Assert.Equal(0.3, Combinations.PassAt(10, 3, 1)!.Value, 1e-15);

    [Fact]
    public void More_correct_than_samples_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Combinations.PassAt(2, 3, 1));

    [Fact]
    public void Reducers_of_equal_parts_are_equal() => Assert.Equal(new PassAtReducer(2), new PassAtReducer(2, 1));

    [Fact]
    public void The_worst_of_the_repeats_is_the_lowest() => Assert.Equal(-1, new MinReducer().Reduce([3, double.NaN, -1]));

    private static ScoreReducer Reducer(string name)
    {
        string[] parts = name.Split('_');
        double threshold = name.Contains("threshold", StringComparison.Ordinal) ? Whole(parts[^1]) : 1;
        return parts switch
        {
            ["mean"] => new MeanReducer(),
            ["median"] => new MedianReducer(),
            ["mode"] => new ModeReducer(),
            ["max"] => new MaxReducer(),
            ["at", "least", string k, ..] => new AtLeastReducer(Whole(k), threshold),
            ["pass", "at", string k, ..] => new PassAtReducer(Whole(k), threshold),
            ["pass", "k", string k, ..] => new PassAllReducer(Whole(k), threshold),
            _ => throw new InvalidOperationException(name),
        };
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Equal(double expected, double? actual, double tolerance)
    {
        if (double.IsNaN(expected)) Assert.Null(actual);
        else Assert.Equal(expected, actual!.Value, tolerance);
    }

    private static double Score(JsonElement score) => score.ValueKind == JsonValueKind.String && score.GetString() is { } text && text != "NaN"
        ? ScoreValue.ToNumber(text)
        : ReferenceEntry.Number(score);

    private static Dictionary<string, double>[] Keyed(JsonElement scores) =>
        [.. scores.EnumerateArray().Select(static keyed => keyed.EnumerateObject().ToDictionary(static pair => pair.Name, static pair => Score(pair.Value)))];

    private static double[][] Lists(JsonElement scores) => [.. scores.EnumerateArray().Select(ReferenceEntry.Numbers)];

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(static item => item.GetString()!)];
}
