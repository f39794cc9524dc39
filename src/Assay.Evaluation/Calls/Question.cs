using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Evaluation.Calls;

/// <summary>One call to make.</summary>
internal sealed record Question
{
    public required ItemId Item { get; init; }

    /// <summary>The model's name in the run.</summary>
    public required string Model { get; init; }

    public required ImmutableArray<PromptMessage> Messages { get; init; }

    /// <summary>Over the model's own.</summary>
    public required ModelParameters Parameters { get; init; }

    /// <summary>The key's repeat number; how it is made of repeat and asking again is in <see cref="RepeatNumber"/>.</summary>
    public required int Repeat { get; init; }

    public ResponseFormat? ResponseFormat { get; init; }

    public LogProbabilityRequest? LogProbabilities { get; init; }

    /// <summary>The order shown; null when outputs are generated.</summary>
    public PresentationOrder? Order { get; init; }
}
