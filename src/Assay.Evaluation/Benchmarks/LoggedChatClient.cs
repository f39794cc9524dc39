using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Scenarios;
using Assay.Evaluation.Calls;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Benchmarks;

/// <summary>The calls of one item as a client, so that what scores texts by a client is logged, stored and limited like every call of the run.</summary>
internal sealed class LoggedChatClient(ItemId item, string model, int repeat, IAnswerSource answers) : IChatClient
{
    private readonly Lock _lock = new();

    /// <summary>Keys of the calls, in the order in which they were answered.</summary>
    public ImmutableArray<ResponseKey> Keys { get; private set; } = [];

    /// <summary>What they took together.</summary>
    public Effort Effort { get; private set; } = Effort.Unknown;

    /// <inheritdoc/>
    /// <exception cref="ModelCallException">There is no answer.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        AdditionalPropertiesDictionary properties = options?.AdditionalProperties ?? [];
        Question question = new()
        {
            Item = item,
            Model = model,
            Messages = [.. messages.Select(static message => new PromptMessage(message.Role.Value, message.Text))],
            Parameters = properties.TryGetValue(ModelParameters.PropertyName, out ModelParameters? parameters) && parameters is not null ? parameters : ModelParameters.Empty,
            LogProbabilities = properties.TryGetValue(LogProbabilityRequest.PropertyName, out LogProbabilityRequest? asked) ? asked : null,
            Repeat = repeat,
        };
        CallAnswer? answer = await answers.AskAsync(question, cancellationToken).ConfigureAwait(false);
        if (answer?.Answer is not { } said)
            throw new ModelCallException(answer?.Failure?.Failure ?? ModelFailure.UnexpectedAnswer, answer?.Failure?.Message ?? $"{model} gave no answer.");
        lock (_lock)
        {
            Keys = Keys.Add(answer.Key);
            Effort = Add(Effort, BenchmarkRun.EffortOf(answer));
        }
        ChatResponse response = new(new ChatMessage(ChatRole.Assistant, said.Text));
        if (said.LogProbabilities is { } tokens) response.AdditionalProperties = new AdditionalPropertiesDictionary { [TokenLogProbabilities.PropertyName] = tokens };
        return response;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A text is scored whole.");

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(IChatClient) ? this : null;

    /// <inheritdoc/>
    public void Dispose() { }

    private static Effort Add(Effort sum, Effort one) => sum.Calls == 0
        ? one
        : new Effort(sum.Latency + one.Latency, sum.Tokens.Add(one.Tokens), sum.Cost + one.Cost, sum.Calls + one.Calls, sum.FromStore + one.FromStore);
}
