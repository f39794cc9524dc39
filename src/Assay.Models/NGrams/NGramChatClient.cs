using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Assay.Core.Responses;
using Assay.Statistics.Resampling;
using Microsoft.Extensions.AI;

namespace Assay.Models.NGrams;

/// <summary>
/// An n-gram model as a chat client: the answer continues the messages' texts, joined by line feeds. Honours temperature (1 where none is given),
/// the most output tokens (256), the seed, and the wish for log-probabilities; equal requests get equal answers. It understands nothing.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="name">Its name.</param>
/// <param name="seed">Seed of requests that name none.</param>
public sealed class NGramChatClient(NGramModel model, string name, ulong seed) : IChatClient
{
    private const int UsualMostTokens = 256;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ImmutableArray<TokenLogProbability>.Builder tokens = ImmutableArray.CreateBuilder<TokenLogProbability>();
        StringBuilder text = new();
        bool ended = true;
        foreach ((string token, double logProbability, bool isLast) in Continue(messages, options, cancellationToken))
        {
            text.Append(token);
            tokens.Add(new TokenLogProbability(token, logProbability, []));
            ended = !isLast;
        }
        ChatResponse response = new(new ChatMessage(ChatRole.Assistant, text.ToString()))
        {
            ModelId = name,
            FinishReason = ended ? ChatFinishReason.Stop : ChatFinishReason.Length,
            Usage = new UsageDetails { OutputTokenCount = tokens.Count },
        };
        if (options?.AdditionalProperties?.ContainsKey(LogProbabilityRequest.PropertyName) == true)
            response.AdditionalProperties = new AdditionalPropertiesDictionary { [TokenLogProbabilities.PropertyName] = new TokenLogProbabilities(tokens.DrainToImmutable()) };
        return await Task.FromResult(response).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach ((string token, _, _) in Continue(messages, options, cancellationToken))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, token) { ModelId = name };
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType.IsInstanceOfType(model) ? model : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private IEnumerable<(string Text, double LogProbability, bool IsLast)> Continue(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        double temperature = options?.Temperature ?? 1;
        ArgumentOutOfRangeException.ThrowIfNegative(temperature, nameof(options));
        int most = options?.MaxOutputTokens ?? UsualMostTokens;
        RandomStream random = new(options?.Seed is { } asked ? unchecked((ulong)asked) : seed, 0);
        NGramSampler sampler = new(model, string.Join('\n', messages.Select(static message => message.Text)), temperature, random);
        for (int i = 0; i < most && sampler.Next() is { } next; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return (next.Text, next.LogProbability, i == most - 1);
        }
    }
}
