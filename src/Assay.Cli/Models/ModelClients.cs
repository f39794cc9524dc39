using System.Collections.Immutable;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Models.Budgets;
using Assay.Models.Pipeline;
using Microsoft.Extensions.AI;

namespace Assay.Cli.Models;

/// <summary>The clients of a run's models, each with all concerns around it; disposed of together.</summary>
internal sealed class ModelClients : IDisposable
{
    private readonly Dictionary<string, IChatClient> _byName = new(StringComparer.Ordinal);

    /// <param name="models">The models.</param>
    /// <param name="options">What their calls have in common.</param>
    /// <exception cref="Core.Errors.InputException">A variable that a model names is not set, or a price is missing where there is a budget.</exception>
    public ModelClients(ImmutableArray<ModelSpecification> models, ModelPipelineOptions options)
    {
        try
        {
            foreach (ModelSpecification model in models) _byName.Add(model.Name, ModelPipeline.Create(model, options));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The clients by the model's name in the run.</summary>
    public IReadOnlyDictionary<string, IChatClient> ByName => _byName;

    /// <summary>What a run may still spend; null where nothing limits it.</summary>
    /// <param name="most">The sum of <c>--max-cost</c> in US dollars, for all sessions of the run together; null: no limit.</param>
    /// <param name="log">The run as it is now; null where it has not begun.</param>
    /// <param name="models">Its models.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<SpendingLimit?> BudgetAsync(
        decimal? most, IRunLog? log, ImmutableArray<ModelSpecification> models, CancellationToken cancellation)
    {
        if (most is not { } limit) return null;
        decimal spent = 0;
        if (log is not null)
        {
            await foreach (CallRecord call in log.ReadCallsAsync(cancellation))
            {
                if (!call.IsFromStore) spent += CostOf(call, models.FirstOrDefault(model => model.Name == call.Model)?.Price);
            }
        }
        return new SpendingLimit(limit, spent);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IChatClient client in _byName.Values) client.Dispose();
    }

    // What is not known counts as its worst case, and so does every attempt that may have been answered on its way.
    private static decimal CostOf(CallRecord call, ModelPrice? price)
    {
        if (call.Response is { Cost: { } cost }) return cost;
        decimal most = TokenBound.MostCost(call.Request, price) ?? 0;
        if (call.Response is not null) return most;
        return call.Failure is { Failure: ModelFailure.Timeout or ModelFailure.Connection or ModelFailure.BrokenAnswer or ModelFailure.UnexpectedAnswer } failure
            ? most * failure.Attempts
            : 0;
    }
}
