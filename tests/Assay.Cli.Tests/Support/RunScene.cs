using System.Collections.Immutable;
using System.Text.Json;
using Assay.Cli.Terminal;
using Assay.TestServer;

namespace Assay.Cli.Tests.Support;

/// <summary>A folder with a model of the test server in <c>assay.yaml</c>, files of outputs, and the command in it.</summary>
internal sealed class RunScene : IAsyncDisposable
{
    /// <summary>The value of the key variable: it must not be found anywhere.</summary>
    public const string Key = "sk-scene-7f3c9d2e5b1a4680";

    public const string KeyVariable = "SCENE_KEY";

    private static readonly DeterministicModel Model = new("k", "K");

    private readonly TestFolder _folder = new();

    private readonly TimeProvider _time;

    private RunScene(ModelServer server, TimeProvider time) => (Server, _time) = (server, time);

    public ModelServer Server { get; }

    public string Folder => _folder.Path;

    /// <summary>Environment variables; the key's at first.</summary>
    public ImmutableDictionary<string, string> Variables { get; set; } = ImmutableDictionary<string, string>.Empty.Add(KeyVariable, Key);

    /// <summary>Starts a server and writes <c>assay.yaml</c> with the model <c>judge-model</c> at a price of 1 and 2 dollars per million tokens.</summary>
    public static async Task<RunScene> StartAsync(ModelServerOptions? options = null, string more = "", TimeProvider? time = null)
    {
        ModelServerOptions served = (options ?? new ModelServerOptions()) with { Key = Key, Reply = Model.Reply };
        RunScene scene = new(await ModelServer.StartAsync(served), time ?? TimeProvider.System);
        scene.Write("assay.yaml", $$"""
            models:
              judge-model:
                endpoint: {{scene.Server.Endpoint}}
                model: test-model
                api_key_env: {{KeyVariable}}
                parameters: { max_tokens: 100 }
                price: { input: 1, output: 2 }
            {{more}}
            """);
        return scene;
    }

    public string File(string name) => Path.Combine(_folder.Path, name);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Writes outputs of a model to instructions 1, 2, 3, ...</summary>
    public string WriteOutputs(string generator, int count, Func<int, string>? output = null, int first = 1) => Write($"{generator}.json", JsonSerializer.Serialize(
        Enumerable.Range(first, count).Select(i => new
        {
            dataset = i % 2 == 0 ? "even" : "odd",
            instruction = $"instruction {i}: say something about the number {i}",
            output = output?.Invoke(i) ?? $"{generator} says {new string((char)('a' + i % 26), 3 + i * 7 % 31)} about {i}",
            generator,
        })));

    /// <summary>Writes the outputs of <c>new</c> and of <c>old</c> and gives the arguments that judge one against the other.</summary>
    public string[] WritePair(int count, params string[] more)
    {
        string candidate = WriteOutputs("new", count), baseline = WriteOutputs("old", count);
        return ["judge", "--candidate", candidate, "--baseline", baseline, "--judge", "soft", "--run", File("run"), .. more];
    }

    /// <summary>Runs the command in this folder.</summary>
    public Task<CommandRun> Run(params string[] args) => Run(CancellationToken.None, args);

    public Task<CommandRun> Run(CancellationToken cancellation, params string[] args) => CommandRun.On(
        new TestTerminal
        {
            Time = _time,
            Cancellation = cancellation,
            Surroundings = new Surroundings
            {
                Environment = name => Variables.GetValueOrDefault(name),
                WorkingFolder = _folder.Path,
                LocalServers = [],
            },
        },
        args);

    /// <summary>Every file below the folder.</summary>
    public IEnumerable<string> AllFiles() => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
