using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Budgets;
using Assay.Models.Pipeline;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Budgets;

public sealed class BudgetTests
{
    [Fact]
    public async Task Calls_stop_before_the_next_could_pass_the_budget()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        decimal most = MostCost(server, "question 0");
        SpendingLimit budget = new(most * 5.5m);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Budget = budget, Concurrency = 16 });

        Task<ChatResponse>[] calls = [.. Enumerable.Range(0, 100).Select(i => client.AskAsync($"question {i % 10}"))];
        await Assert.ThrowsAsync<BudgetReachedException>(() => Task.WhenAll(calls));

        decimal paid = calls.Where(static call => call.IsCompletedSuccessfully).Sum(static call => call.Result.Call().Response.Cost!.Value);
        Assert.Equal(paid, budget.Spent);
        Assert.True(paid <= budget.Limit);
        // Not earlier than it had to: another worst case would not have fitted.
        Assert.True(paid + most > budget.Limit);
    }

    [Fact]
    public async Task The_worst_case_of_calls_in_flight_is_counted()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Latency = TimeSpan.FromMilliseconds(30) });
        SpendingLimit budget = new(MostCost(server, "question 0") * 3.5m);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Budget = budget, Concurrency = 16 });

        Task<ChatResponse>[] calls = [.. Enumerable.Range(0, 10).Select(i => client.AskAsync($"question {i}"))];
        await Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.InRange(server.MostInFlight, 1, 3);
    }

    [Fact]
    public async Task An_attempt_that_may_have_been_charged_counts_as_its_worst_case()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.TruncatedJson) });
        SpendingLimit budget = new(1);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Budget = budget });

        await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("question 0"));

        Assert.Equal(MostCost(server, "question 0"), budget.Spent);
    }

    [Fact]
    public async Task A_refused_attempt_costs_nothing()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.TooManyRequests) });
        SpendingLimit budget = new(1);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Budget = budget });

        await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal(0, budget.Spent);
    }

    [Fact]
    public async Task A_stored_answer_costs_nothing()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        MemoryStore store = new();
        using (IChatClient paying = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Store = store })) await paying.AskAsync("q");
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Store = store, Budget = new SpendingLimit(0) });

        Assert.True((await client.AskAsync("q")).Call().IsFromStore);
        await Assert.ThrowsAsync<BudgetReachedException>(() => client.AskAsync("another"));
    }

    [Fact]
    public async Task What_was_spent_before_counts()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Budget = new SpendingLimit(1, spent: 1) });

        BudgetReachedException error = await Assert.ThrowsAsync<BudgetReachedException>(() => client.AskAsync("q"));

        Assert.Equal((1m, 1m), (error.Budget, error.Spent));
    }

    [Fact]
    public async Task A_budget_wants_a_price()
    {
        await using ModelServer server = await ModelServer.StartAsync();

        InputException error = Assert.Throws<InputException>(() =>
            ModelPipeline.Create(Calls.Model(server) with { Price = null }, Calls.Options() with { Budget = new SpendingLimit(1) }));

        Assert.Contains("price", error.Message);
    }

    [Fact]
    public async Task A_budget_wants_answers_of_bounded_length()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ModelSpecification model = Calls.Model(server) with { Parameters = ModelParameters.Empty };
        using IChatClient client = ModelPipeline.Create(model, Calls.Options() with { Budget = new SpendingLimit(1) });

        InputException error = await Assert.ThrowsAsync<InputException>(() => client.AskAsync("q"));

        Assert.Contains("max_tokens", error.Message);
        Assert.Equal(0, server.CallCount);
    }

    private static decimal MostCost(ModelServer server, string prompt)
    {
        ModelSpecification model = Calls.Model(server);
        ModelRequest request = new()
        {
            Endpoint = "e",
            Model = model.Model,
            Kind = model.Kind,
            Parameters = model.Parameters,
            Messages = [new PromptMessage("user", prompt)],
        };
        return TokenBound.MostCost(request, model.Price)!.Value;
    }
}
