using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Assay.Models.Secrets;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Assay.Models.OpenAi;

/// <summary>
/// One attempt at one call of an OpenAI-compatible endpoint. Uses the OpenAI package for its transport alone, by protocol methods: bodies are written and
/// read here, because the
/// package's typed results round log-probabilities to float and throw on finish reasons they do not know. It never retries and never sees the key.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private readonly ModelSpecification _model;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly HttpClientPipelineTransport _transport;
    private readonly ChatClient _client;
    private readonly Uri _completions;
    private readonly SecretText _redaction;
    private readonly CallErrors _errors;

    /// <param name="model">The model.</param>
    /// <param name="environment">Value of an environment variable, or null.</param>
    /// <param name="time">Measures how long an attempt may take.</param>
    /// <exception cref="Core.Errors.InputException">A variable that the model names is not set.</exception>
    public OpenAiChatClient(ModelSpecification model, Func<string, string?> environment, TimeProvider time)
    {
        _model = model;
        _time = time;
        EndpointSecrets secrets = EndpointSecrets.Read(model, environment);
        _redaction = secrets.Redaction;
        _errors = new CallErrors(model, _redaction);
        _http = HttpTransport.Create(model.Endpoint, environment);
        _transport = new HttpClientPipelineTransport(_http);
        OpenAIClientOptions options = new()
        {
            Endpoint = model.Endpoint,
            Transport = _transport,
            RetryPolicy = new SingleAttemptPolicy(),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            // Calls are logged and traced by the pipeline, without what is secret in them.
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            EnableDistributedTracing = false,
        };
        options.AddPolicy(new HeaderPolicy(secrets), PipelinePosition.BeforeTransport);
        // The package wants a key; the policy before the transport replaces it.
        _client = new ChatClient(model.Model, new ApiKeyCredential("replaced-before-sending"), options);
        _completions = new UriBuilder(model.Endpoint) { Path = $"{model.Endpoint.AbsolutePath.TrimEnd('/')}/completions" }.Uri;
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ModelRequest request = options.Prepared().Request;
        BinaryData body = RequestBody.Write(request);
        TimeSpan timeout = _model.Timeout ?? ModelSpecification.DefaultTimeout;
        using CancellationTokenSource timer = new(timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            using PipelineResponse response = await SendAsync(request.Kind, body, either.Token).ConfigureAwait(false);
            return Read(request.Kind, response);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw _errors.TimedOut(timeout);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw _errors.TimedOut(timeout);
        }
        catch (Exception error) when (CallErrors.IsConnection(error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw _errors.Connection(error);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        WholeAnswer.AsStream(GetResponseAsync, messages, options, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", _model.Endpoint, _model.Model)
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport.Dispose();
        _http.Dispose();
    }

    private async Task<PipelineResponse> SendAsync(ModelKind kind, BinaryData body, CancellationToken cancellationToken)
    {
        RequestOptions options = new() { CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow };
        using BinaryContent content = BinaryContent.Create(body);
        if (kind == ModelKind.Chat)
        {
            ClientResult result = await _client.CompleteChatAsync(content, options).ConfigureAwait(false);
            return result.GetRawResponse();
        }
        using PipelineMessage message = _client.Pipeline.CreateMessage();
        message.Request.Method = "POST";
        message.Request.Uri = _completions;
        message.Request.Headers.Set("Content-Type", "application/json");
        message.Request.Headers.Set("Accept", "application/json");
        message.Request.Content = content;
        message.Apply(options);
        await _client.Pipeline.SendAsync(message).ConfigureAwait(false);
        return message.ExtractResponse() ?? throw new HttpRequestException("no response");
    }

    private ChatResponse Read(ModelKind kind, PipelineResponse response)
    {
        ReadOnlyMemory<byte> body = response.Content.ToMemory();
        if (response.Status is < 200 or >= 300) throw _errors.Status(response.Status, ErrorBody.Read(body, _redaction), Wait(response));
        try
        {
            using JsonDocument document = JsonDocument.Parse(_redaction.RemoveWhole(body));
            if (ErrorBody.IsError(document.RootElement)) throw ErrorInside(document.RootElement, response);
            return AnswerBody.Read(document.RootElement, kind);
        }
        catch (JsonException)
        {
            throw _errors.Broken(response.Status);
        }
        catch (FormatException error)
        {
            throw _errors.Unexpected(response.Status, error.Message);
        }
    }

    // Gateways pass an upstream's refusal on with status 200, its own status as the code.
    private ModelCallException ErrorInside(JsonElement root, PipelineResponse response)
    {
        ErrorBody error = ErrorBody.Read(root, _redaction);
        int status = int.TryParse(error.Code, out int code) && code is >= 400 and < 600 ? code : 500;
        return _errors.Status(status, error, Wait(response));
    }

    private TimeSpan? Wait(PipelineResponse response)
    {
        response.Headers.TryGetValue("retry-after-ms", out string? milliseconds);
        response.Headers.TryGetValue("Retry-After", out string? seconds);
        return RetryAfter.Read(milliseconds, seconds, _time.GetUtcNow());
    }
}
