using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assay.TestServer;

/// <summary>
/// A model server of OpenAI's wire format on a free port of this machine. Its answers depend on the prompt alone, its faults on the prompt and how often it
/// came, so what it does is the
/// same in every run. Counts what it was asked.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ModelServerOptions _options;
    private readonly ConcurrentDictionary<ulong, int> _calls = new();
    private readonly ConcurrentDictionary<ulong, int> _answers = new();
    private readonly ConcurrentQueue<ReceivedCall> _received = new();
    private int _inFlight;
    private int _mostInFlight;

    private ModelServer(ModelServerOptions options)
    {
        _options = options;
        // The host watches its content root for settings; the working folder is where runs are written, and every write there would be work for it.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 64 << 20;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
            {
                if (options.Certificate is { } certificate) listen.UseHttps(certificate);
            });
        });
        if (options.Certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        _app = builder.Build();
        _app.MapGet("/v1/models", () => Results.Json(new { @object = "list", data = options.Models.Select(static model => new { id = model }) }));
        _app.MapPost("/v1/chat/completions", context => AnswerAsync(context, isChat: true));
        if (options.HasCompletions) _app.MapPost("/v1/completions", context => AnswerAsync(context, isChat: false));
    }

    /// <summary>The address to configure.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>Calls of each prompt (by <see cref="ModelQuestion.Identity"/>), faults included.</summary>
    public IReadOnlyDictionary<ulong, int> Calls => _calls;

    /// <summary>Right answers given to each prompt (by <see cref="ModelQuestion.Identity"/>).</summary>
    public IReadOnlyDictionary<ulong, int> Answers => _answers;

    /// <summary>Calls in all, faults included.</summary>
    public int CallCount => _calls.Values.Sum();

    /// <summary>Calls as they came, in that order; empty unless <see cref="ModelServerOptions.KeepsCalls"/>.</summary>
    public IReadOnlyCollection<ReceivedCall> Received => _received;

    /// <summary>The most calls that were in flight at once.</summary>
    public int MostInFlight => _mostInFlight;

    /// <summary>Starts a server.</summary>
    public static async Task<ModelServer> StartAsync(ModelServerOptions? options = null)
    {
        ModelServer server = new(options ?? new ModelServerOptions());
        await server._app.StartAsync();
        string address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new Uri($"{address.TrimEnd('/')}/v1");
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Calls that hang are not waited for.
        using CancellationTokenSource now = new(TimeSpan.FromMilliseconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, bool isChat)
    {
        int inFlight = Interlocked.Increment(ref _inFlight);
        int most;
        while (inFlight > (most = _mostInFlight) && Interlocked.CompareExchange(ref _mostInFlight, inFlight, most) != most) { }
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            ModelQuestion question = ModelQuestion.Read(document.RootElement, isChat);
            int call = _calls.AddOrUpdate(question.Identity, 1, static (_, count) => count + 1) - 1;
            if (_options.KeepsCalls) _received.Enqueue(ReceivedCall.Of(context.Request, document.RootElement));
            if (_options.Latency > TimeSpan.Zero) await Task.Delay(_options.Latency, context.RequestAborted);
            await RespondAsync(context, question, Decide(context, question, call, inFlight));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private Fault Decide(HttpContext context, ModelQuestion question, int call, int inFlight)
    {
        if (_options.Key is { } key && context.Request.Headers.Authorization != $"Bearer {key}") return Fault.EchoKey;
        if (inFlight > _options.MostInFlight) return Fault.TooManyRequests;
        return _options.Faults.Decide(question.Prompt, call);
    }

    private async Task RespondAsync(HttpContext context, ModelQuestion question, Fault fault)
    {
        if (fault == Fault.None) _answers.AddOrUpdate(question.Identity, 1, static (_, count) => count + 1);
        ModelReply reply = _options.Reply?.Invoke(question) ?? new DeterministicModel().Reply(question);
        await FaultyAnswer.SendAsync(context, question, reply, fault, _options.RetryAfter);
    }
}
