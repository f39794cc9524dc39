using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.Scoring;

/// <summary>
/// Log-probabilities of a given text by plain completions with <c>echo</c>: the endpoint repeats the prompt with the log-probabilities of its tokens and adds
/// nothing, or one token
/// where it cannot add none. Works through a pipeline, so scores are stored, limited and budgeted like answers.
/// </summary>
public sealed class CompletionsTokenScorer : ITokenScorer
{
    private static readonly ModelParameters Echo = ModelParameters.Parse("""{"echo": true, "max_tokens": 0, "temperature": 0}""");

    private readonly IChatClient _client;

    /// <param name="model">A model of the kind <see cref="ModelKind.Completions"/>.</param>
    /// <param name="client">Its client, from <see cref="Pipeline.ModelPipeline"/>; stays the caller's.</param>
    /// <exception cref="ArgumentException">The model takes chats.</exception>
    public CompletionsTokenScorer(ModelSpecification model, IChatClient client)
    {
        if (model.Kind != ModelKind.Completions) throw new ArgumentException("Only plain completions can score a given text.", nameof(model));
        _client = client;
        Model = model.Name;
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <inheritdoc/>
    public async ValueTask<ScoredText> ScoreAsync(string text, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ChatOptions options = new()
        {
            AdditionalProperties = new AdditionalPropertiesDictionary
            {
                [LogProbabilityRequest.PropertyName] = new LogProbabilityRequest(1),
                [ModelParameters.PropertyName] = Echo,
            },
        };
        ChatResponse response = await _client.GetResponseAsync([new ChatMessage(ChatRole.User, text)], options, cancellation).ConfigureAwait(false);
        if (!response.Text.StartsWith(text, StringComparison.Ordinal)) throw Unsupported("it does not repeat the text (echo)");
        if (response.LogProbabilities() is not { Tokens.IsEmpty: false } tokens) throw Unsupported("it gives no log-probabilities with the text");
        ScoredText scored = EchoedTokens.Of(text, tokens.Tokens, response.Text.Length > text.Length);
        return scored.Tokens.IsEmpty ? throw Unsupported("its tokens are not those of the text") : scored;
    }

    private ModelCallException Unsupported(string why) =>
        new(ModelFailure.UnexpectedAnswer, $"{Model} cannot give log-probabilities of a given text: {why}. An endpoint with echo can, such as vLLM.");
}
