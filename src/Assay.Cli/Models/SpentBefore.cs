using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Models;

/// <summary>
/// What the earlier sessions of a run spent, in US dollars. Of a call, the larger of what its log and what the budget's journal say: a session without a budget
/// keeps no journal, and a call that was cut short by a kill or by the budget itself is in no log. What is not known counts as its worst case.
/// </summary>
internal sealed class SpentBefore(ImmutableArray<ModelSpecification> models)
{
    private readonly Dictionary<UInt128, Amounts> _byKey = [];

    /// <summary>Reads the run; holds some 60 bytes for each call.</summary>
    public static async Task<decimal> OfAsync(RunFolder run, ImmutableArray<ModelSpecification> models, CancellationToken cancellation)
    {
        SpentBefore spent = new(models);
        await foreach (SpendingEntry entry in run.ReadSpendingAsync(cancellation)) spent.Add(entry);
        await foreach (CallRecord call in run.ReadCallsAsync(cancellation)) spent.Add(call);
        return spent._byKey.Values.Sum(static amounts => Math.Max(amounts.Journal + amounts.Open, amounts.Logged));
    }

    private void Add(SpendingEntry entry)
    {
        ref Amounts amounts = ref Of(entry.Key);
        // Attempts at one call follow one another, so one that begins anew was not ended.
        if (entry.Most is { } most) amounts = amounts with { Journal = amounts.Journal + amounts.Open, Open = most };
        else amounts = amounts with { Journal = amounts.Journal + entry.Cost!.Value, Open = 0 };
    }

    private void Add(CallRecord call)
    {
        if (call.IsFromStore) return;
        ref Amounts amounts = ref Of(call.Key);
        amounts = amounts with { Logged = amounts.Logged + CostOf(call, models.FirstOrDefault(model => model.Name == call.Model)?.Price) };
    }

    private ref Amounts Of(ResponseKey key) => ref CollectionsMarshal.GetValueRefOrAddDefault(
        _byKey, UInt128.Parse(key.Id.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), out _);

    private static decimal CostOf(CallRecord call, ModelPrice? price)
    {
        if (call.Response is { Cost: { } cost }) return cost;
        decimal most = TokenBound.MostCost(call.Request, price) ?? 0;
        if (call.Response is not null) return most;
        return call.Failure is { Failure: ModelFailure.Timeout or ModelFailure.Connection or ModelFailure.BrokenAnswer or ModelFailure.UnexpectedAnswer } failure
            ? most * failure.Attempts
            : 0;
    }

    // Open is what the last attempt of the journal could cost, where its end is not there.
    private readonly record struct Amounts(decimal Journal, decimal Open, decimal Logged);
}
