using System.Net;
using System.Net.Http.Headers;
using System.Threading.Channels;

namespace Assay.PerformanceTests.Judging;

/// <summary>The least that asking can cost: <see cref="HttpClient"/> posts bodies and reads the answers to their end, and does nothing else.</summary>
internal static class BareLoop
{
    /// <summary>Posts every line of a file once.</summary>
    /// <param name="address">Where.</param>
    /// <param name="file">A body a line.</param>
    /// <param name="concurrency">Calls in flight.</param>
    /// <returns>Calls answered.</returns>
    public static async Task<int> RunAsync(Uri address, string file, int concurrency)
    {
        using SocketsHttpHandler handler = new() { UseProxy = false, UseCookies = false };
        using HttpClient client = new(handler);
        Channel<string> bodies = Channel.CreateBounded<string>(concurrency);
        Task<int>[] callers = [.. Enumerable.Range(0, concurrency).Select(_ => CallAsync(client, address, bodies.Reader))];
        await foreach (string body in File.ReadLinesAsync(file)) await bodies.Writer.WriteAsync(body);
        bodies.Writer.Complete();
        return (await Task.WhenAll(callers)).Sum();
    }

    private static async Task<int> CallAsync(HttpClient client, Uri address, ChannelReader<string> bodies)
    {
        int count = 0;
        await foreach (string body in bodies.ReadAllAsync())
        {
            using StringContent content = new(body, new MediaTypeHeaderValue("application/json"));
            using HttpResponseMessage response = await client.PostAsync(address, content);
            if (response.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"The server answered with {(int)response.StatusCode}.");
            await response.Content.ReadAsByteArrayAsync();
            count++;
        }
        return count;
    }
}
