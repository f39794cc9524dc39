using System.Collections.Immutable;
using Assay.Core.Models;
using Assay.Models.Pipeline;
using Microsoft.Extensions.AI;

namespace Assay.Cli.Models;

/// <summary>The clients of a run's models, each with all concerns around it; disposed of together.</summary>
internal sealed class ModelClients : IDisposable
{
    private readonly Dictionary<string, IChatClient> _byName = new(StringComparer.Ordinal);

    /// <param name="models">The models.</param>
    /// <param name="options">What their calls have in common.</param>
    /// <exception cref="Core.Errors.InputException">A variable that a model names is not set, or a price is missing where there is a budget.</exception>
    public ModelClients(ImmutableArray<ModelSpecification> models, ModelPipelineOptions options)
    {
        try
        {
            foreach (ModelSpecification model in models) _byName.Add(model.Name, ModelPipeline.Create(model, options));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The clients by the model's name in the run.</summary>
    public IReadOnlyDictionary<string, IChatClient> ByName => _byName;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IChatClient client in _byName.Values) client.Dispose();
    }
}
