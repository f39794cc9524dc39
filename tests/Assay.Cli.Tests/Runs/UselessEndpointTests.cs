using System.Net;
using System.Net.Sockets;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

/// <summary>An endpoint that is never going to answer stops a run after its first calls: one sentence, exit code 2, and the same command goes on.</summary>
public sealed class UselessEndpointTests
{
    private const int Pairs = 200;

    // What may be under way before the first answer, and as many again: one may end and the next begin before the run stops.
    private const int MostAtOnce = 32;

    [Fact]
    public async Task Nothing_listens_there()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string error = await Stopped(scene, $"http://127.0.0.1:{FreePort()}/v1");
        Assert.Contains("cannot be reached: nothing listens there", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_such_host()
    {
        await using RunScene scene = await RunScene.StartAsync();
        Assert.Contains("its name cannot be found", await Stopped(scene, "http://no-such-host.invalid/v1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_not_accepted()
    {
        await using RunScene scene = await RunScene.StartAsync();
        scene.Variables = scene.Variables.SetItem(RunScene.KeyVariable, "sk-another-key-0123456789");
        string error = await Stopped(scene);
        Assert.Contains($"does not accept the key in {RunScene.KeyVariable} (401)", error, StringComparison.Ordinal);
        Assert.InRange(scene.Server.CallCount, 1, MostAtOnce);
    }

    [Theory]
    [InlineData(Fault.BadRequest, "does not take the request (400)")]
    [InlineData(Fault.UnknownModel, "knows no model")]
    public async Task Every_request_is_refused(Fault fault, string expected)
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(fault) });
        Assert.Contains(expected, await Stopped(scene), StringComparison.Ordinal);
        Assert.InRange(scene.Server.CallCount, 1, MostAtOnce);
    }

    [Fact]
    public async Task No_answer_has_the_log_probabilities_that_the_judge_reads()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.MissingLogProbabilities) });
        string error = await Stopped(scene);
        Assert.Contains("gave no log-probabilities in its first 5 answers", error, StringComparison.Ordinal);
        Assert.InRange(scene.Server.CallCount, 5, MostAtOnce);
    }

    [Fact]
    public async Task When_the_server_is_started_the_same_command_goes_on()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string yaml = await File.ReadAllTextAsync(scene.File("assay.yaml"));
        int port = FreePort();
        scene.Write("assay.yaml", yaml.Replace(scene.Server.Endpoint.AbsoluteUri, $"http://127.0.0.1:{port}/v1", StringComparison.Ordinal));
        string[] judge = scene.WritePair(12);
        Assert.Equal(ExitCode.UsageOrInput, (await scene.Run(judge)).ExitCode);

        await using ModelServer late = await ModelServer.StartAsync(new ModelServerOptions { Key = RunScene.Key, Reply = RunScene.Reply, Port = port });
        CommandRun run = await scene.Run(judge);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Equal(24, late.CallCount);
        Assert.Equal(ExitCode.Done, (await scene.Run("runs", "verify", scene.File("run"))).ExitCode);
    }

    [Fact]
    public async Task Generating_stops_in_the_same_way()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.BadRequest) });
        CommandRun run = await scene.Run("generate", "--instructions", scene.WriteOutputs("old", Pairs), "--run", scene.File("generated"));
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains("The first 5 calls all ended so", run.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Stopped(RunScene scene, string? endpoint = null)
    {
        if (endpoint is not null)
        {
            string yaml = await File.ReadAllTextAsync(scene.File("assay.yaml"));
            scene.Write("assay.yaml", yaml.Replace(scene.Server.Endpoint.AbsoluteUri, endpoint, StringComparison.Ordinal));
        }
        CommandRun run = await scene.Run(scene.WritePair(Pairs));
        Assert.True(run.ExitCode == ExitCode.UsageOrInput, $"{run.ExitCode} {run.Out}{run.Error}");
        Assert.DoesNotContain("defect", run.Error, StringComparison.Ordinal);
        return Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
