using Assay.Core.Errors;
using Assay.Core.Ratings;

namespace Assay.Core.Tests.Ratings;

public class RatingComparisonBuilderTests
{
    [Fact]
    public void Every_pair_of_groups_is_tested_on_every_score()
    {
        RatingComparison comparison = RatingComparisonBuilder.Build(
            Set(["x", "y"], [("a", [1, 2]), ("a", [2, 3]), ("b", [3, 1]), ("b", [4, 2]), ("c", [5, 5]), ("c", [6, 4])]), Few);
        Assert.Equal(["a-b", "a-c", "b-c", "a-b", "a-c", "b-c"], comparison.Tests.Select(test => $"{test.First}-{test.Second}"));
        Assert.Equal([1.5, 3.5, 5.5, 2.5, 1.5, 4.5], comparison.Means.Select(mean => mean.Mean!.Value));
    }

    [Fact]
    public void Against_one_group_only_its_pairs_are_tested_and_adjusted()
    {
        RatingComparison comparison = RatingComparisonBuilder.Build(
            Set(["x"], [("a", [1]), ("a", [2]), ("b", [3]), ("b", [4]), ("c", [8]), ("c", [9])]), Few with { Against = "b" });
        Assert.Equal(["a-b", "c-b"], comparison.Tests.Select(test => $"{test.First}-{test.Second}"));
        double smallest = comparison.Tests.Min(test => test.WelchP.Plain!.Value);
        Assert.Equal(2 * smallest, comparison.Tests.Min(test => test.WelchP.Holm!.Value), 1e-12);
    }

    [Fact]
    public void A_missing_score_is_left_out_of_its_score_alone_and_said()
    {
        RatingComparison comparison = RatingComparisonBuilder.Build(
            Set(["x", "y"], [("a", [1, 2]), ("a", [double.NaN, 4]), ("b", [3, 1]), ("b", [4, 2])]), Few);
        Assert.Equal([1, 2, 2, 2], comparison.Means.Select(mean => mean.Mean!.Count));
        Assert.Contains("1 of group 'a' lack the score x and were left out of it.", comparison.Notes);
    }

    [Fact]
    public void A_group_without_a_score_has_no_mean_and_no_test()
    {
        RatingComparison comparison = RatingComparisonBuilder.Build(Set(["x"], [("a", [double.NaN]), ("b", [3]), ("b", [4])]), Few);
        Assert.Null(comparison.Means[0].Mean);
        Assert.Null(comparison.Tests[0].Welch);
        Assert.Contains("No row of group 'a' has the score x, so it has no mean and no test.", comparison.Notes);
    }

    [Fact]
    public void Few_clusters_are_warned_of()
    {
        RatingSet set = new(
            ["x"], [.. Enumerable.Range(0, 12).Select(i => new RatingRow(i % 2 == 0 ? "a" : "b", $"p{i / 4}", [i * i % 7]))], "group", "person");
        Assert.Contains(
            RatingComparisonBuilder.Build(set, Few).Notes, note => note.StartsWith("Only 3 clusters, so 2 degrees of freedom", StringComparison.Ordinal));
    }

    [Fact]
    public void One_cluster_is_an_error_that_says_why()
    {
        RatingSet set = new(["x"], [new("a", "p", [1]), new("b", "p", [2])], "group", "person");
        Assert.StartsWith("The column \"person\" has one value, 'p'", Assert.Throws<InputException>(() => RatingComparisonBuilder.Build(set, Few)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_one_group_and_an_unknown_group_are_errors()
    {
        Assert.Throws<InputException>(() => RatingComparisonBuilder.Build(Set(["x"], []), Few));
        Assert.Throws<InputException>(() => RatingComparisonBuilder.Build(Set(["x"], [("a", [1])]), Few));
        InputException unknown = Assert.Throws<InputException>(
            () => RatingComparisonBuilder.Build(Set(["x"], [("human", [1]), ("model", [2])]), Few with { Against = "humans" }));
        Assert.EndsWith("did you mean 'human'?", unknown.Message, StringComparison.Ordinal);
    }

    private static RatingOptions Few { get; } = new() { Permutations = 99 };

    private static RatingSet Set(IReadOnlyList<string> scores, IEnumerable<(string Group, double[] Values)> rows) =>
        new(scores, [.. rows.Select(row => new RatingRow(row.Group, null, row.Values))], "group", null);
}
