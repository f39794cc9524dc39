using System.Text.Json;
using Assay.Cli.Contracts;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class SchemaVerbTests
{
    [Fact]
    public async Task Without_a_name_the_contracts_are_listed()
    {
        CommandRun run = await CommandRun.Of("schema");
        Assert.Equal(CommandSchemas.Names, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("leaderboard", CommandSchemas.Names);
    }

    public static TheoryData<string> Names => [.. CommandSchemas.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_contract_gives_a_json_schema(string name)
    {
        CommandRun run = await CommandRun.Of("schema", name);
        using JsonDocument schema = JsonDocument.Parse(run.Out);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_with_the_nearest_or_all_names()
    {
        CommandRun near = await CommandRun.Of("schema", "leaderbord"), far = await CommandRun.Of("schema", "?");
        Assert.Equal(new CommandRun(ExitCode.UsageOrInput, "", "assay: There is no contract 'leaderbord'; did you mean 'leaderboard'?\n"), near);
        string all = string.Join(", ", CommandSchemas.Names);
        Assert.Equal(new CommandRun(ExitCode.UsageOrInput, "", $"assay: There is no contract '?'; the contracts are {all}.\n"), far);
    }
}
