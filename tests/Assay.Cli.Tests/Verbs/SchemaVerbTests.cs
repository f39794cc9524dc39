using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class SchemaVerbTests
{
    [Fact]
    public async Task Without_a_name_the_contracts_are_listed()
    {
        CommandRun run = await CommandRun.Of("schema");
        Assert.Equal(["leaderboard", "compare", "ratings", "results"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("leaderboard")]
    [InlineData("compare")]
    [InlineData("ratings")]
    [InlineData("results")]
    public async Task A_contract_gives_a_json_schema(string name)
    {
        CommandRun run = await CommandRun.Of("schema", name);
        using JsonDocument schema = JsonDocument.Parse(run.Out);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
    }

    [Theory]
    [InlineData("leaderbord", "assay: There is no contract 'leaderbord'; did you mean 'leaderboard'?\n")]
    [InlineData("x", "assay: There is no contract 'x'; the contracts are leaderboard, compare, ratings, results.\n")]
    public async Task An_unknown_name_is_an_error_with_the_nearest_or_all_names(string name, string error)
    {
        CommandRun run = await CommandRun.Of("schema", name);
        Assert.Equal(new CommandRun(ExitCode.UsageOrInput, "", error), run);
    }
}
