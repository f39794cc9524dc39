using Assay.Core.Errors;

namespace Assay.Core.Tests.Errors;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["--baseline", "--bootstrap", "--by", "--format", "--method", "--output"];

    [Theory]
    [InlineData("--metod", "--method")]
    [InlineData("--ouptut", "--output")]
    [InlineData("--FORMAT", "--format")]
    [InlineData("--boot", "--bootstrap")]
    [InlineData("--formt", "--format")]
    public void A_misspelt_or_unfinished_name_finds_the_name_that_was_meant(string typed, string meant) => Assert.Equal(meant, NearestName.Find(typed, Names));

    [Theory]
    [InlineData("--temperature")]
    [InlineData("x")]
    [InlineData("")]
    public void A_name_unlike_all_others_finds_none(string typed) => Assert.Null(NearestName.Find(typed, Names));

    [Fact]
    public void No_candidates_give_none() => Assert.Null(NearestName.Find("--method", []));

    [Fact]
    public void Of_two_equally_near_names_the_first_is_meant() => Assert.Equal("model-a", NearestName.Find("model-c", ["model-a", "model-b"]));
}
