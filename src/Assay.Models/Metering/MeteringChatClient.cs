using System.Diagnostics;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.Metering;

/// <summary>
/// Measures one attempt: what it used, what it cost, how long it took. Turns the answer into the form that is stored, and lets it be observed.
/// </summary>
internal sealed class MeteringChatClient(IChatClient inner, ModelSpecification model, TimeProvider time) : CallDecorator(inner)
{
    private const string UnknownProvider = "unknown";

    private readonly string _provider = inner.GetService<ChatClientMetadata>()?.ProviderName ?? UnknownProvider;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        PreparedRequest prepared = options.Prepared();
        string operation = prepared.Request.Kind == ModelKind.Chat ? "chat" : "text_completion";
        TagList tags = new()
        {
            { "gen_ai.operation.name", operation },
            { "gen_ai.provider.name", _provider },
            { "gen_ai.request.model", prepared.Request.Model },
            { "server.address", model.Endpoint.Host },
            { "server.port", model.Endpoint.Port },
        };
        // What is known before the call is there when a sampler decides.
        using Activity? activity = ModelTelemetry.Activities.StartActivity(
            ActivityKind.Client, tags: tags, name: $"{operation} {prepared.Request.Model}");
        long began = time.GetTimestamp();
        try
        {
            ChatResponse response = await base.InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            StoredResponse stored = ResponseMapping.ToStored(response, prepared.Key);
            stored = stored with { Latency = time.GetElapsedTime(began), Cost = model.Price?.CostOf(stored.Usage) };
            if (stored.AnsweredBy is { } answeredBy) tags.Add("gen_ai.response.model", answeredBy);
            Observe(stored, tags, activity);
            return ResponseMapping.ToChat(new AnsweredCall(prepared.Request, stored, IsFromStore: false));
        }
        catch (Exception error)
        {
            string type = error is ModelCallException call ? call.Failure.ToString() : error.GetType().Name;
            tags.Add("error.type", type);
            activity?.SetStatus(ActivityStatusCode.Error, type);
            throw;
        }
        finally
        {
            foreach ((string name, object? value) in tags) activity?.SetTag(name, value);
            ModelTelemetry.Duration.Record(time.GetElapsedTime(began).TotalSeconds, tags);
        }
    }

    private static void Observe(StoredResponse stored, TagList tags, Activity? activity)
    {
        if (stored.FinishReason is { } reason) activity?.SetTag("gen_ai.response.finish_reasons", new[] { reason });
        Count("input", stored.Usage.Input);
        Count("output", stored.Usage.Output);

        void Count(string kind, long? tokens)
        {
            if (tokens is not { } known) return;
            activity?.SetTag($"gen_ai.usage.{kind}_tokens", known);
            TagList counted = tags;
            counted.Add("gen_ai.token.type", kind);
            ModelTelemetry.Tokens.Record(known, counted);
        }
    }
}
