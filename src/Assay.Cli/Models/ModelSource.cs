using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Models.Discovery;
using Assay.Storage.Configuration;

namespace Assay.Cli.Models;

/// <summary>Where a command's models come from: <c>assay.yaml</c>, or where there is none, what is found around the command.</summary>
internal sealed class ModelSource
{
    private readonly string _path;
    private readonly IReadOnlyDictionary<string, ModelSpecification>? _configured;
    private readonly ModelDiscovery _discovery;
    private readonly Action<string> _tell;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <param name="configPath">The file of <c>--config</c>; null: <c>assay.yaml</c> in the working folder, if it is there.</param>
    /// <param name="surroundings">Where to look.</param>
    /// <param name="time">The clock by which servers are given up.</param>
    /// <param name="tell">Takes one sentence for people about a model that was found without being configured.</param>
    /// <exception cref="InputException">The file cannot be read, or something in it is wrong.</exception>
    public ModelSource(string? configPath, Surroundings surroundings, TimeProvider time, Action<string> tell)
    {
        _path = configPath ?? Path.Combine(surroundings.WorkingFolder, ModelFile.DefaultName);
        _configured = configPath is not null || File.Exists(_path) ? ModelFile.Read(_path) : null;
        _discovery = new ModelDiscovery(surroundings.Environment, new HttpModelListing(time), surroundings.LocalServers);
        _tell = tell;
    }

    /// <summary>The models of the file, by name; empty where there is none.</summary>
    public IReadOnlyDictionary<string, ModelSpecification> Configured => _configured ?? new Dictionary<string, ModelSpecification>();

    /// <summary>A model by its name; null: the only one there is.</summary>
    /// <exception cref="InputException">There is none of that name, or several and none is named.</exception>
    public async Task<ModelSpecification> FindAsync(string? name, CancellationToken cancellation)
    {
        if (_configured is null) return await DiscoverAsync(name, cancellation);
        if (name is null)
        {
            return _configured.Count == 1
                ? _configured.Values.Single()
                : throw new InputException($"{_path} has several models ({string.Join(", ", _configured.Keys)}); name one with --model.");
        }
        if (_configured.TryGetValue(name, out ModelSpecification? model)) return model;
        string hint = NearestName.Hint(name, _configured.Keys);
        throw new InputException(
            $"There is no model '{OneLine.Of(name)}' in {_path}{(hint.Length > 0 ? hint : $"; its models are {string.Join(", ", _configured.Keys)}.")}");
    }

    private async Task<ModelSpecification> DiscoverAsync(string? name, CancellationToken cancellation)
    {
        DiscoveredModel found = await _discovery.FindAsync(name, cancellation);
        if (_told.Add(found.Model.Name)) _tell($"there is no {_path}; asking {found.Model.Model} at {found.Model.Endpoint}, found by {found.FoundBy}.");
        return found.Model;
    }
}
