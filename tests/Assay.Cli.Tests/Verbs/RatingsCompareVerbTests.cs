using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Verbs;

public sealed class RatingsCompareVerbTests : IDisposable
{
    private static readonly string Ideas = SharedData.Data("research_ideas", "data_points_all_anonymized.json");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact("research_ideas")] // The values of shared/data/README.md.
    public async Task Novelty_of_research_ideas_has_the_published_means_and_p_values()
    {
        CommandRun run = await CommandRun.Of(
            "ratings", "compare", Ideas, "--score", "novelty_score", "--by", "condition", "--against", "Human", "--scale", "1:10", "--format", "json", "--quiet");
        using JsonDocument document = JsonDocument.Parse(run.Out);
        var means = document.RootElement.GetProperty("means").EnumerateArray()
            .Select(mean => (mean.GetProperty("group").GetString(), mean.GetProperty("n").GetInt32(), Math.Round(mean.GetProperty("mean").GetDouble(), 3)));
        Assert.Equal([("AI", 109, 5.642), ("AI_Rerank", 109, 5.807), ("Human", 119, 4.840)], means);
        double[] p = [.. document.RootElement.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("welch_p_value").GetDouble())];
        Assert.Equal(0.000815, p[0], 5e-7);
        Assert.Equal(0.0000369, p[1], 5e-8);
    }

    [SharedDataFact("research_ideas")]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        string[] line = ["ratings", "compare", Ideas, "--score", "novelty_score", "overall_score", "--by", "condition", "--cluster-by", "idea_id", "--permutations", "499", "--format", "csv"];
        Assert.Equal(await CommandRun.Of(line), await CommandRun.Of(line));
    }

    [Fact]
    public async Task A_table_has_means_tests_and_notes()
    {
        CommandRun run = await CommandRun.Of(
            "ratings", "compare", Reviews(), "--score", "clarity", "--by", "author", "--cluster-by", "reviewer", "--permutations", "199");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Approved.Verify(run.Out);
    }

    [Theory]
    [InlineData("--scale takes the lowest and the highest score, such as 1:10, not '10:1'", "--score", "clarity", "--by", "author", "--scale", "10:1")]
    [InlineData("--score names 'clarity' twice", "--score", "clarity", "clarity", "--by", "author")]
    [InlineData("--permutations takes at least 99", "--score", "clarity", "--by", "author", "--permutations", "10")]
    [InlineData("has no column \"clarty\"; did you mean 'clarity'?", "--score", "clarty", "--by", "author")]
    [InlineData("row 2: the field \"clarity\" is 5, outside the scale 1:4", "--score", "clarity", "--by", "author", "--scale", "1:4")]
    [InlineData("has no group 'people'; its groups are human, model.", "--score", "clarity", "--by", "author", "--against", "people")]
    [InlineData("'--by' is required", "--score", "clarity")]
    public async Task What_is_wrong_is_one_sentence(string sentence, params string[] args)
    {
        CommandRun run = await CommandRun.Of(["ratings", "compare", Reviews(), .. args]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_input_is_never_written_over()
    {
        string path = Reviews();
        CommandRun run = await CommandRun.Of("ratings", "compare", path, "--score", "clarity", "--by", "author", "--output", path);
        Assert.Equal($"assay: --output {path} is the input; name another file.\n", run.Error);
    }

    private string Reviews() => _folder.Write("reviews.csv", """
        reviewer,author,clarity
        ada,human,4
        ada,model,5
        bo,human,3
        bo,model,5
        cy,human,2
        cy,model,4
        cy,human,
        di,model,3
        di,human,3
        """);
}
