using Assay.Core.Models;

namespace Assay.Core.Tests.Models;

public sealed class ModelSpecificationTests
{
    [Theory]
    [InlineData("ftp://host/v1")]
    [InlineData("https://user:password@host/v1")]
    [InlineData("https://host/v1?key=secret")]
    public void An_endpoint_that_is_no_plain_web_address_cannot_be(string address) =>
        Assert.Throws<ArgumentException>(() => new ModelSpecification { Name = "n", Endpoint = new Uri(address), Model = "m" });

    [Fact]
    public void A_limit_of_nothing_cannot_be() => Assert.Throws<ArgumentOutOfRangeException>(() => new ModelLimits { RequestsPerMinute = 0 });

    [Fact]
    public void Later_parameters_win()
    {
        ModelParameters parameters = ModelParameters.Parse("""{"temperature": 1, "top_p": 0.5}""").With(ModelParameters.Parse("""{"temperature": 0}"""));

        Assert.Equal("""{"temperature":0,"top_p":0.5}""", parameters.ToString());
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"max_tokens": 5}""", 5L)]
    [InlineData("""{"max_tokens": 5, "max_completion_tokens": 9}""", 9L)]
    [InlineData("""{"max_tokens": "five"}""", null)]
    public void The_longest_answer_is_known_from_either_name(string parameters, long? most) =>
        Assert.Equal(most, ModelParameters.Parse(parameters).MaxOutputTokens);
}
