using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Evaluation.Forecast;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Tests.Runs;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Tests.Forecast;

public sealed class JudgeForecastTests
{
    private static readonly JudgeRunOptions Options = Samples.Options(Samples.SoftJudge);

    [Fact]
    public async Task Calls_are_pairs_times_orders_times_repeats_without_identical_pairs()
    {
        JudgeForecast forecast = await Of(Options with { Repeats = 3 }, Samples.Model());
        Assert.Equal((10, 1, 9 * 2 * 3L, 9 * 2 * 3 * 3L), (forecast.Pairs, forecast.Identical, forecast.Calls, forecast.Models[0].MostCalls));
    }

    [Fact]
    public async Task It_foresees_the_calls_a_run_makes()
    {
        JudgeRunOptions options = Samples.Options(Samples.VerdictJudge);
        using ScriptedChatClient judge = new(_ => "no verdict");
        MemoryRunLog log = new();
        await JudgeSession.RunAsync(options, judge, log, Samples.Pairs(10));
        Assert.Equal((await Of(options, Samples.Model())).Models[0].MostCalls, judge.Asked.Count);
    }

    [Fact]
    public async Task A_cost_is_known_where_price_and_bound_are()
    {
        JudgeForecast forecast = await Of(Options, Samples.Model(price: new ModelPrice(10, 30), parameters: """{"max_tokens":1}"""));
        ModelForecast model = forecast.Models[0];
        Assert.Equal((model.UsualInput * 10 + model.Calls * 30) / 1_000_000m, forecast.UsualCost);
        Assert.Equal((model.MostInput * 10 + model.MostCalls * 30) / 1_000_000m, forecast.MostCost);
    }

    [Fact]
    public async Task Without_a_bound_the_most_cost_is_unknown() => Assert.Null((await Of(Options, Samples.Model(price: new ModelPrice(10, 30)))).MostCost);

    [Fact]
    public async Task Without_a_price_every_cost_is_unknown() => Assert.Null((await Of(Options, Samples.Model())).UsualCost);

    [Fact]
    public async Task A_control_costs_nothing()
    {
        JudgeForecast forecast = await Of(Samples.Options(new ControlJudge { Name = "longest", Rule = ControlRule.Longest }), Samples.Model());
        Assert.Equal((0L, 0m, 0m), (forecast.Calls, forecast.UsualCost, forecast.MostCost));
    }

    [Fact]
    public async Task Items_that_have_ended_are_left_out()
    {
        JudgeRunOptions options = Samples.Options(Samples.VerdictJudge);
        using ScriptedChatClient judge = new(_ => "no verdict");
        MemoryRunLog log = new();
        await JudgeSession.RunAsync(options, judge, log, Samples.Pairs(4));
        JudgeForecast forecast = await Of(options, Samples.Model(), log);
        Assert.Equal((6, 4, 12L), (forecast.Pairs, forecast.EndedBefore, forecast.Calls));
    }

    [Fact]
    public async Task Answers_that_were_logged_for_items_under_way_cost_nothing()
    {
        JudgeRunOptions options = Samples.Options(Samples.VerdictJudge) with { Concurrency = 1 };
        using ScriptedChatClient judge = new(_ => """{"better":"first"}""");
        MemoryRunLog log = new();
        // Calls come to the log before their item ends: the fourth record is the first call of the second item.
        await Assert.ThrowsAsync<ProcessKilledException>(() => JudgeSession.RunAsync(options, judge, new StoppingRunLog(log, 5), Samples.Pairs(10)));
        int ended = (await JudgeSession.ItemsAsync(log)).Length, calls = (await log.ReadCallsAsync(default).ToListAsync()).Count;
        JudgeForecast forecast = await Of(options, Samples.Model(), log, FromLog(log));
        Assert.Equal((ended, calls - 2 * ended, 18 - calls), (forecast.EndedBefore, (int)forecast.Stored, (int)forecast.Calls));
    }

    private static Task<JudgeForecast> Of(
        JudgeRunOptions options, ModelSpecification model, MemoryRunLog? log = null,
        Func<ModelSpecification, IEnumerable<ChatMessage>, ChatOptions, ModelRequest>? requestOf = null) =>
        JudgeForecast.OfAsync(
            options,
            new ForecastSources { Models = new Dictionary<string, ModelSpecification> { ["judge"] = model }, RequestOf = requestOf ?? Request, Log = log },
            Samples.Pairs(10).Select(JoinedItem.Of).ToAsyncEnumerable());

    private static ModelRequest Request(ModelSpecification model, IEnumerable<ChatMessage> messages, ChatOptions options) => new()
    {
        Endpoint = model.Endpoint.AbsoluteUri,
        Model = model.Model,
        Kind = model.Kind,
        Parameters = model.Parameters,
        Messages = [.. messages.Select(message => new PromptMessage(message.Role.Value, message.Text))],
        Repeat = (int)options.AdditionalProperties![ModelRequest.RepeatPropertyName]!,
    };

    // As the log has it: a client that is not ours is known by its metadata alone.
    private static Func<ModelSpecification, IEnumerable<ChatMessage>, ChatOptions, ModelRequest> FromLog(MemoryRunLog log) => (model, messages, options) =>
        log.ReadCallsAsync(default).ToBlockingEnumerable().First().Request with
        {
            Messages = Request(model, messages, options).Messages,
            Repeat = Request(model, messages, options).Repeat,
        };
}
