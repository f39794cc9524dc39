using Assay.Core.Errors;

namespace Assay.Core.Tests.Errors;

public class NearestNameTests
{
    [Theory]
    [InlineData("vicuna-7", "vicuna-7b")]
    [InlineData("GPT4_turbo", "gpt4_turbo")]
    [InlineData("claude2", "claude-2")]
    [InlineData("claud-2", "claude-2")]
    [InlineData("", "claude-2")]
    public void The_name_with_the_fewest_changes_is_found(string written, string meant) =>
        Assert.Equal(meant, NearestName.To(written, ["vicuna-7b", "gpt4_turbo", "claude-2"]));

    [Fact]
    public void Of_equally_near_names_the_first_is_taken() => Assert.Equal("ab", NearestName.To("a", ["ab", "ac"]));

    [Fact]
    public void Without_names_there_is_none_to_find() => Assert.Throws<InvalidOperationException>(() => NearestName.To("a", []));
}
