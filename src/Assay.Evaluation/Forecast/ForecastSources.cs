using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Forecast;

/// <summary>What a forecast looks at to tell apart which answers are there already. Nothing is written.</summary>
public sealed record ForecastSources
{
    /// <summary>Specifications of all models that are asked, by name.</summary>
    public required IReadOnlyDictionary<string, ModelSpecification> Models { get; init; }

    /// <summary>The request that a client of the model would make of a call, whose key is looked for: the pipeline's own, or answers are not found.</summary>
    public required Func<ModelSpecification, IEnumerable<ChatMessage>, ChatOptions, ModelRequest> RequestOf { get; init; }

    /// <summary>The response store; null: none, so that nothing is stored.</summary>
    public IResponseStore? Store { get; init; }

    /// <summary>The run's log, so that ended items and logged answers are left out; null for a run that has not begun.</summary>
    public IRunLog? Log { get; init; }
}
