using Assay.Reporting.Contracts;
using Assay.Reporting.Tests.JudgeEvaluations;
using Assay.TestSupport;

namespace Assay.Reporting.Tests.Contracts;

public sealed class ContractSchemasTests
{
    [Fact]
    public void The_leaderboard_schema_is_the_approved_one() => Approved.Verify(Schema("leaderboard"), "json");

    [Fact]
    public void The_compare_schema_is_the_approved_one() => Approved.Verify(Schema("compare"), "json");

    [Theory]
    [InlineData("bench-table")]
    [InlineData("bench-compare")]
    public void A_benchmark_schema_is_the_approved_one(string name) => Approved.Verify(Schema(name), "json", variant: name);

    [Fact]
    public void The_plan_schema_is_the_approved_one() => Approved.Verify(Schema("plan"), "json");

    [Fact]
    public void A_leaderboard_holds_exactly_what_its_schema_names() => SchemaAssert.Describes(Schema("leaderboard"), ContractJson.Render(Samples.ByDataset()));

    [Fact]
    public void A_comparison_holds_exactly_what_its_schema_names() =>
        SchemaAssert.Describes(Schema("compare"), ContractJson.Render(Samples.TwoModels() with { Leaderboard = Samples.ByDataset() }));

    [Fact]
    public void A_plan_holds_exactly_what_its_schema_names() => SchemaAssert.Describes(Schema("plan"), ContractJson.Render(PlanSamples.FromRun()));

    [Fact]
    public void A_plan_without_a_pilot_holds_the_same_names() => SchemaAssert.Describes(Schema("plan"), ContractJson.Render(PlanSamples.Stated()));

    [Fact]
    public void An_evaluation_of_judges_holds_exactly_what_its_schema_names() =>
        SchemaAssert.Describes(Schema("judges-evaluate"), ContractJson.Render(SmallEvaluation.Create()));

    [Fact]
    public void The_ratings_schema_is_the_approved_one() => Approved.Verify(Schema("ratings"), "json");

    [Fact]
    public void A_comparison_of_ratings_holds_exactly_what_its_schema_names() =>
        SchemaAssert.Describes(Schema("ratings"), ContractJson.Render(Samples.Ratings()));

    [Fact]
    public void Every_property_has_a_description()
    {
        foreach (string name in ContractSchemas.Names) SchemaAssert.DescribesEveryProperty(Schema(name));
    }

    [Fact]
    public void An_unknown_name_has_no_schema() => Assert.False(ContractSchemas.TryRender("leaderboards", out _));

    private static string Schema(string name)
    {
        Assert.True(ContractSchemas.TryRender(name, out string? schema));
        return schema;
    }
}
