using Assay.Core.Errors;
using Assay.Core.Models;

namespace Assay.Models.Discovery;

/// <summary>Finds a model to ask where nobody has configured one.</summary>
public sealed class ModelDiscovery
{
    private const string KeyVariable = "OPENAI_API_KEY";
    private const string AddressVariable = "OPENAI_BASE_URL";
    private const string OpenAiAddress = "https://api.openai.com/v1";
    private const int MostNamed = 8;
    private const string OpenAiModel = "gpt-4.1-mini";

    private readonly Func<string, string?> _environment;
    private readonly IModelListing _listing;
    private readonly IReadOnlyList<LocalServer> _servers;

    /// <param name="environment">The value of an environment variable, or null where it is not set.</param>
    /// <param name="listing">Asks endpoints for their models.</param>
    /// <param name="servers">Local servers to look for, the preferred first.</param>
    public ModelDiscovery(Func<string, string?> environment, IModelListing listing, IReadOnlyList<LocalServer> servers)
    {
        _environment = environment;
        _listing = listing;
        _servers = servers;
    }

    /// <summary>
    /// The model to use: OpenAI's where <c>OPENAI_API_KEY</c> is set (at <c>OPENAI_BASE_URL</c> where that is set too), otherwise the first model of the
    /// first local server that
    /// answers. The caller says in its output which one it is.
    /// </summary>
    /// <param name="name">The model wanted, by the endpoint's own name; null: any.</param>
    /// <param name="cancellation">Stops looking.</param>
    /// <exception cref="InputException">There is none; says the three ways to go on.</exception>
    public async Task<DiscoveredModel> FindAsync(string? name, CancellationToken cancellation)
    {
        if (_environment(KeyVariable) is { Length: > 0 }) return OpenAi(name);
        Task<IReadOnlyList<string>?>[] asked = [.. _servers.Select(server => _listing.ListAsync(server.Endpoint, cancellation))];
        IReadOnlyList<string>?[] models = await Task.WhenAll(asked).ConfigureAwait(false);
        for (int i = 0; i < models.Length; i++)
        {
            if (models[i]?.FirstOrDefault(model => name is null || string.Equals(model, name, StringComparison.Ordinal)) is not { } model) continue;
            ModelSpecification specification = new() { Name = name ?? model, Endpoint = _servers[i].Endpoint, Model = model };
            return new DiscoveredModel(specification, $"{_servers[i].Name} on port {_servers[i].Port} of this machine");
        }
        throw new InputException(Nothing(name, models));
    }

    private DiscoveredModel OpenAi(string? name)
    {
        string address = _environment(AddressVariable) is { Length: > 0 } given ? given : OpenAiAddress;
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new InputException($"The environment variable {AddressVariable} is no http or https address; correct it, or unset it.");
        string model = name ?? OpenAiModel;
        ModelSpecification specification = new() { Name = model, Endpoint = endpoint, Model = model, ApiKeyVariable = KeyVariable };
        return new DiscoveredModel(specification, $"the environment variable {KeyVariable}");
    }

    private string Nothing(string? name, IReadOnlyList<string>?[] models)
    {
        string[] known = [.. models.SelectMany(static list => list ?? [])];
        if (name is not null && known.Length > 0)
        {
            string near = NearestName.Find(name, known) is { } nearest ? $"the nearest is \"{nearest}\"" : $"there are {string.Join(", ", known.Take(MostNamed))}";
            return $"No local server has the model \"{name}\"; {near}. Name one of those, or describe it in assay.yaml.";
        }
        string servers = string.Join(", ", _servers.Select(static server => $"{server.Name} on port {server.Port}"));
        return $"There is no model to ask: no assay.yaml, {KeyVariable} is not set, and no local server answers ({servers}). "
            + $"Describe a model in assay.yaml, or set {KeyVariable} or start such a server, or judge without a model: --judge longest.";
    }
}
