using System.Collections.Concurrent;
using Assay.Core.Models;
using Assay.Models.RateLimits;
using Assay.TestSupport;

namespace Assay.Models.Tests.RateLimits;

public sealed class AdmissionGateTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task Calls_above_the_number_in_flight_wait_for_one_to_leave()
    {
        using AdmissionGate gate = Gate(2, ModelLimits.None);
        int round = await gate.EnterAsync(0, default);
        await gate.EnterAsync(0, default);

        Task<int> third = gate.EnterAsync(0, default).AsTask();
        Assert.False(third.IsCompleted);
        gate.LeaveAnswered(round, 0);

        await third;
    }

    [Fact]
    public async Task Calls_start_in_the_order_they_came()
    {
        using AdmissionGate gate = Gate(1, ModelLimits.None);
        await gate.EnterAsync(0, default);
        List<int> order = [];
        Task[] waiting = [.. Enumerable.Range(0, 20).Select(WaitAsync)];

        gate.LeaveFailed();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(0, 20), order);

        async Task WaitAsync(int number)
        {
            await gate.EnterAsync(0, default);
            order.Add(number);
            gate.LeaveFailed();
        }
    }

    [Fact]
    public async Task A_call_that_gives_up_leaves_the_queue()
    {
        using AdmissionGate gate = Gate(1, ModelLimits.None);
        await gate.EnterAsync(0, default);
        using CancellationTokenSource stop = new();
        Task<int> impatient = gate.EnterAsync(0, stop.Token).AsTask();
        Task<int> patient = gate.EnterAsync(0, default).AsTask();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.LeaveFailed();

        await patient;
    }

    [Fact]
    public async Task Requests_a_minute_are_kept()
    {
        using AdmissionGate gate = Gate(1000, new ModelLimits { RequestsPerMinute = 600 });
        ConcurrentBag<double> started = [];

        await _time.RunAsync(Task.WhenAll(Enumerable.Range(0, 700).Select(_ => StartAsync())));

        Assert.InRange(started.Count(static at => at < 60), 580, 600);
        Assert.Equal(700, started.Count);

        async Task StartAsync()
        {
            await gate.EnterAsync(0, default);
            started.Add(_time.Elapsed.TotalSeconds);
        }
    }

    [Fact]
    public async Task Tokens_a_minute_are_kept_and_corrected_by_what_was_used()
    {
        using AdmissionGate gate = Gate(1000, new ModelLimits { TokensPerMinute = 6000 });
        Task<int> first = gate.EnterAsync(600, default).AsTask();
        Task<int> second = gate.EnterAsync(600, default).AsTask();
        Assert.Equal((true, false), (first.IsCompleted, second.IsCompleted));

        gate.LeaveAnswered(await first, more: -600);

        // The clock stands still: only what was given back lets it start.
        await second.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task No_call_starts_while_the_endpoint_asks_for_quiet()
    {
        using AdmissionGate gate = Gate(4, ModelLimits.None);
        int round = await gate.EnterAsync(0, default);
        gate.LeaveRefused(round, TimeSpan.FromSeconds(30));

        Task<int> next = gate.EnterAsync(0, default).AsTask();
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await next;
    }

    [Fact]
    public async Task What_it_did_is_told()
    {
        List<ConcurrencyChange> changes = [];
        using AdmissionGate gate = new("judge", ModelLimits.None, new AdaptiveConcurrency(1, 4), _time, changes.Add);

        for (int i = 0; i < 3; i++)
        {
            Task<int>[] calls = [.. Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(0, default).AsTask())];
            foreach (Task<int> call in calls) gate.LeaveAnswered(await call, 0);
        }
        int round = await gate.EnterAsync(0, default);
        gate.LeaveRefused(round, null);

        Assert.Equal([(1, 2), (2, 4), (4, 2)], changes.Select(static change => (change.From, change.To)));
        Assert.Equal("judge: 4 calls at once became 2, because calls were refused; no new call for 1 s.", changes[^1].ToString());
    }

    private AdmissionGate Gate(int concurrency, ModelLimits limits) => new("judge", limits, new AdaptiveConcurrency(concurrency, concurrency), _time, null);
}
