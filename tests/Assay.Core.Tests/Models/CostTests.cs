using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Core.Tests.Models;

public sealed class CostTests
{
    private static readonly ModelPrice Price = new(Input: 2, Output: 8, CachedInput: 0.5m);

    [Fact]
    public void Cached_tokens_cost_their_own_price() =>
        Assert.Equal((600 * 2 + 400 * 0.5m + 100 * 8) / 1_000_000m, Price.CostOf(new TokenUsage(1000, 400, 100, 50)));

    [Fact]
    public void Unknown_cached_tokens_cost_what_input_costs() => Assert.Equal(0.002m, Price.CostOf(new TokenUsage(1000, null, 0, null)));

    [Theory]
    [InlineData(null, 1L)]
    [InlineData(1L, null)]
    public void Unknown_usage_has_an_unknown_cost(long? input, long? output) => Assert.Null(Price.CostOf(new TokenUsage(input, 0, output, 0)));

    [Fact]
    public void A_sum_with_something_unknown_is_unknown()
    {
        TokenUsage sum = new TokenUsage(1, null, 2, 0).Add(new TokenUsage(10, 3, 20, 0));

        Assert.Equal((new TokenUsage(11, null, 22, 0), 33), (sum, sum.Total));
    }

    [Fact]
    public void A_price_below_nothing_cannot_be() => Assert.Throws<ArgumentOutOfRangeException>(() => new ModelPrice(1, -1));

    [Fact]
    public void The_most_a_call_can_cost_is_a_token_for_every_byte_and_the_longest_answer()
    {
        ModelRequest request = Request("日本", """{"max_tokens": 10}""");

        Assert.Equal(6 + 64 + 16, TokenBound.MostInput(request));
        Assert.Equal(((6 + 64 + 16) * 2 + 10 * 8) / 1_000_000m, TokenBound.MostCost(request, Price));
    }

    [Fact]
    public void Several_answers_cost_several_times() =>
        Assert.Equal(3 * 10 * 8 / 1_000_000m, TokenBound.MostCost(Request("", """{"max_tokens": 10, "n": 3}"""), Price)!.Value - (64 + 16) * 2 / 1_000_000m);

    [Fact]
    public void Without_a_bound_of_the_answer_or_a_price_the_most_is_unknown()
    {
        Assert.Null(TokenBound.MostCost(Request("q", "{}"), Price));
        Assert.Null(TokenBound.MostCost(Request("q", """{"max_tokens": 10}"""), null));
    }

    private static ModelRequest Request(string prompt, string parameters) => new()
    {
        Endpoint = "e",
        Model = "m",
        Kind = ModelKind.Chat,
        Parameters = ModelParameters.Parse(parameters),
        Messages = [new PromptMessage("user", prompt)],
    };
}
