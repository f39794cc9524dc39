using System.Text.Json;

namespace Assay.Models.Discovery;

/// <summary>Asks with <c>GET /models</c>. Who does not answer within two seconds is not there.</summary>
public sealed class HttpModelListing(TimeProvider time) : IModelListing
{
    private const int LongestAnswer = 4 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> ListAsync(Uri endpoint, CancellationToken cancellation)
    {
        using SocketsHttpHandler handler = new() { UseProxy = !endpoint.IsLoopback, AllowAutoRedirect = false };
        using HttpClient http = new(handler) { MaxResponseContentBufferSize = LongestAnswer, Timeout = Timeout.InfiniteTimeSpan };
        using CancellationTokenSource timer = new(Patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timer.Token);
        try
        {
            Uri address = new($"{endpoint.AbsoluteUri.TrimEnd('/')}/models");
            using HttpResponseMessage response = await http.GetAsync(address, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) return null;
            byte[] body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            using JsonDocument document = JsonDocument.Parse(body);
            return Names(document.RootElement);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string[]? Names(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out JsonElement data) || data.ValueKind != JsonValueKind.Array) return null;
        return [.. data.EnumerateArray().Select(Name).OfType<string>()];
    }

    private static string? Name(JsonElement model) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
