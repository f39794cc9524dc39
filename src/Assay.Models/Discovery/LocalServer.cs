namespace Assay.Models.Discovery;

/// <summary>A server that people run on their own machine, and its usual port.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Port">The port it listens on unless told otherwise.</param>
public sealed record LocalServer(string Name, int Port)
{
    /// <summary>The servers looked for, in this order.</summary>
    public static IReadOnlyList<LocalServer> Usual { get; } = [new("Ollama", 11434), new("llama.cpp", 8080), new("vLLM", 8000)];

    /// <summary>Where it answers as OpenAI would.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{Port}/v1");
}
