using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Budgets;
using Assay.Models.Metering;
using Assay.Models.OpenAi;
using Assay.Models.RateLimits;
using Assay.Models.Requests;
using Assay.Models.Retries;
using Assay.Models.Stored;
using Microsoft.Extensions.AI;

namespace Assay.Models.Pipeline;

/// <summary>Puts the concerns of a call around a client, one decorator each. Their order is stated here and nowhere else.</summary>
/// <remarks>
/// From the caller inwards: thinking (the caller sees answers without it, the store keeps it); request (one request and key for all inside); stored responses
/// (what is stored
/// costs nothing below); retry; rate limit (inside retry: every attempt is one, and a call that waits for its next attempt keeps no place); budget (inside
/// the rate limit: money is
/// set aside only for calls that start, and for every attempt); metering (innermost: latency without any waiting).
/// </remarks>
public static class ModelPipeline
{
    // Found by growing from the first; more at once than the most is for those who ask for it.
    private const int FirstConcurrency = 8;
    private const int MostConcurrency = 64;

    /// <summary>A client of the model at its OpenAI-compatible endpoint. The caller disposes of it.</summary>
    /// <exception cref="InputException">An environment variable that the model names is not set (unless offline), or its price is not known and there is a
    /// budget.</exception>
    public static IChatClient Create(ModelSpecification model, ModelPipelineOptions options)
    {
        Check(model, options);
        IChatClient wire = options.IsOffline ? new AbsentChatClient(model) : new OpenAiChatClient(model, options.Environment, options.Time);
        return Decorate(wire, model, options);
    }

    /// <summary>
    /// Somebody else's client with the same concerns around it. What it answers is stored under the specification's endpoint and model. Disposing of the
    /// result disposes of the client.
    /// </summary>
    /// <remarks>Its exceptions become failures of calls; only <see cref="ModelCallException"/> tells whether another attempt is worth it, any other exception
    /// is final.</remarks>
    /// <exception cref="InputException">The model's price is not known and there is a budget.</exception>
    public static IChatClient Wrap(IChatClient client, ModelSpecification model, ModelPipelineOptions options)
    {
        Check(model, options);
        return Decorate(new ForeignChatClient(client, model), model, options);
    }

    /// <summary>The request that a client of this model makes of a call, for those who want to know its key without calling.</summary>
    /// <exception cref="InputException">A parameter is one that the request itself sets.</exception>
    public static ModelRequest RequestOf(ModelSpecification model, IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        RequestMapping.ToRequest(model, messages, options);

    private static IChatClient Decorate(IChatClient wire, ModelSpecification model, ModelPipelineOptions options)
    {
        IChatClient client = new MeteringChatClient(wire, model, options.Time);
        if (options.Budget is { } budget) client = new BudgetChatClient(client, model, budget);
        client = new RateLimitChatClient(client, Gate(model, options));
        client = new RetryChatClient(client, options.Retry, options.Seed, options.Time);
        if (options.Store is { } store) client = new StoredResponsesChatClient(client, model, store, options.IsOffline);
        client = new RequestChatClient(client, model);
        return model.StripThinking ? new ThinkingChatClient(client) : client;
    }

    private static AdmissionGate Gate(ModelSpecification model, ModelPipelineOptions options)
    {
        int? wanted = options.Concurrency is { } asked && model.Limits.Concurrency is { } allowed
            ? Math.Min(asked, allowed)
            : options.Concurrency ?? model.Limits.Concurrency;
        AdaptiveConcurrency concurrency = wanted is { } fixedNumber ? new(fixedNumber, fixedNumber) : new(FirstConcurrency, MostConcurrency);
        return new AdmissionGate(model.Name, model.Limits, concurrency, options.Time, options.OnConcurrencyChanged);
    }

    private static void Check(ModelSpecification model, ModelPipelineOptions options)
    {
        if (options.IsOffline && options.Store is null) throw new ArgumentException("Only a store can answer offline.", nameof(options));
        if (options.Budget is not null && model.Price is null)
            throw new InputException($"--max-cost needs the price of the model \"{model.Name}\"; give its price in assay.yaml.");
    }
}
