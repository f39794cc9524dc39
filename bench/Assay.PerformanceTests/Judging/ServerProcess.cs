using System.Globalization;
using Assay.TestServer;

namespace Assay.PerformanceTests.Judging;

/// <summary>The tests' model server as a process of its own, so that its work is not the command's.</summary>
internal static class ServerProcess
{
    /// <summary>Serves until the standard input ends: names its address first, and says last how often it was asked.</summary>
    /// <param name="latency">How long every answer takes.</param>
    /// <param name="bodies">Where the bodies it was sent are written at the end, one a line, in the order in which they came; null: they are not kept.</param>
    /// <param name="input">The standard input.</param>
    /// <param name="output">Where the address and the counts go.</param>
    public static async Task RunAsync(TimeSpan latency, string? bodies, TextReader input, TextWriter output)
    {
        DeterministicModel model = new("k", "K");
        ModelServerOptions options = new() { Latency = latency, KeepsCalls = bodies is not null, Reply = model.Reply };
        await using ModelServer server = await ModelServer.StartAsync(options);
        await output.WriteLineAsync(server.Endpoint.AbsoluteUri);
        await output.FlushAsync();
        await input.ReadToEndAsync();
        if (bodies is not null) await File.WriteAllLinesAsync(bodies, server.Received.Select(static call => call.Body));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{server.CallCount} calls, at most {server.MostInFlight} at once"));
    }
}
