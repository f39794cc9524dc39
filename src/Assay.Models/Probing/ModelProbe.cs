using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Pipeline;
using Assay.Models.Requests;
using Assay.Models.Scoring;
using Microsoft.Extensions.AI;

namespace Assay.Models.Probing;

/// <summary>
/// Finds out by small calls what an endpoint supports: <c>assay models check</c>. Nothing is taken from the store and nothing is kept, and failures are
/// answers here.
/// </summary>
public static class ModelProbe
{
    private const int MostTokens = 16;
    private const int AlternativesAsked = 20;
    private const int FewAlternatives = 5;
    private const string Question = "Say yes.";

    private static readonly JsonElement Schema = JsonSerializer.Deserialize<JsonElement>(
        """{"type": "object", "properties": {"answer": {"type": "string", "enum": ["yes"]}}, "required": ["answer"], "additionalProperties": false}""");

    /// <summary>Asks the endpoint one short question for each thing it may support; the others are not asked where the first has no answer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Store and offline are not used; budget, limits and retries are.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <exception cref="InputException">An environment variable that the model names is not set.</exception>
    /// <exception cref="BudgetReachedException">The budget does not allow the calls.</exception>
    public static async Task<ModelCapabilities> CheckAsync(ModelSpecification model, ModelPipelineOptions options, CancellationToken cancellation)
    {
        ModelPipelineOptions asked = options with { Store = null, IsOffline = false };
        using IChatClient client = ModelPipeline.Create(model, asked);
        Spending spending = new();
        Capability answers = await AskAsync(client, Question, new ChatOptions(), spending,
            static response => new Capability(true, $"answered by {response.ModelId ?? "an unnamed model"}"), cancellation).ConfigureAwait(false);
        if (answers.IsSupported != true) return Unasked(model, answers);
        int? alternatives = null;
        Capability logProbabilities = await AskAsync(client, Question, Top(AlternativesAsked), spending, Count, cancellation).ConfigureAwait(false);
        if (logProbabilities.IsSupported == false && alternatives is null)
            logProbabilities = await AskAsync(client, Question, Top(FewAlternatives), spending, Count, cancellation).ConfigureAwait(false);
        ChatOptions json = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "check") };
        Capability schema = model.Kind == ModelKind.Chat
            ? await AskAsync(client, "Answer yes in JSON.", json, spending, IsHeldToSchema, cancellation).ConfigureAwait(false)
            : new Capability(null, "plain completions are not asked for JSON");
        Capability echo = await EchoAsync(model, asked, cancellation).ConfigureAwait(false);
        return new ModelCapabilities
        {
            Model = model,
            Answers = answers,
            LogProbabilities = logProbabilities,
            JsonSchema = schema,
            Echo = echo,
            TopAlternatives = alternatives,
            Cost = spending.Total,
        };

        Capability Count(ChatResponse response)
        {
            if (response.LogProbabilities() is not { Tokens.IsEmpty: false } tokens) return new Capability(false, "the answer comes without them");
            alternatives = tokens.Tokens.Max(static token => token.Top.Length);
            return new Capability(true, $"with {alternatives} alternatives");
        }
    }

    private static ChatOptions Top(int top) => new()
    {
        AdditionalProperties = new AdditionalPropertiesDictionary { [LogProbabilityRequest.PropertyName] = new LogProbabilityRequest(top) },
    };

    private static Capability IsHeldToSchema(ChatResponse response)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(response.Text);
            bool obeys = answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("answer", out JsonElement value)
                && value.ValueEquals("yes");
            return obeys
                ? new Capability(true, "the answer obeys the schema")
                : new Capability(false, "the answer is JSON, but does not obey the schema");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return new Capability(false, "the schema is accepted, but the answer is not JSON");
        }
    }

    private static async Task<Capability> EchoAsync(ModelSpecification model, ModelPipelineOptions options, CancellationToken cancellation)
    {
        ModelSpecification plain = model with { Kind = ModelKind.Completions };
        using IChatClient client = ModelPipeline.Create(plain, options);
        try
        {
            ScoredText scored = await new CompletionsTokenScorer(plain, client).ScoreAsync("The sky is blue.", cancellation).ConfigureAwait(false);
            return new Capability(true, $"{scored.Tokens.Length} tokens scored");
        }
        catch (ModelCallException error)
        {
            return Refusal(error);
        }
    }

    private static async Task<Capability> AskAsync(
        IChatClient client, string question, ChatOptions options, Spending spending, Func<ChatResponse, Capability> read, CancellationToken cancellation)
    {
        options.MaxOutputTokens = MostTokens;
        try
        {
            ChatResponse response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, question)], options, cancellation).ConfigureAwait(false);
            spending.Add(response);
            return read(response);
        }
        catch (ModelCallException error)
        {
            return Refusal(error);
        }
    }

    // A request the endpoint does not take, or a path it does not have, is an answer to what it supports; anything else leaves it open.
    private static Capability Refusal(ModelCallException error) =>
        new(error.Failure is ModelFailure.BadRequest or ModelFailure.NotFound or ModelFailure.UnexpectedAnswer ? false : null, error.Message);

    private static ModelCapabilities Unasked(ModelSpecification model, Capability answers)
    {
        Capability unasked = new(null, "not asked, because the model gives no answer");
        return new ModelCapabilities
        {
            Model = model,
            Answers = answers with { IsSupported = false },
            LogProbabilities = unasked,
            JsonSchema = unasked,
            Echo = unasked,
        };
    }

    private sealed class Spending
    {
        public decimal? Total { get; private set; } = 0;

        public void Add(ChatResponse response) =>
            Total += response.AdditionalProperties?.TryGetValue(AnsweredCall.PropertyName, out AnsweredCall? call) == true ? call?.Response.Cost : null;
    }
}
