using System.Collections.Immutable;
using Assay.Core.Metrics.Answers;
using Assay.Core.Metrics.Reduction;

namespace Assay.Core.Scenarios;

/// <summary>What is asked of models and how their answers are measured: the content of a scenario file, for one task.</summary>
public sealed record Scenario
{
    /// <summary>Its name, in parts with <c>/</c> between: <c>bbh/cot/navigate</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it measures, one sentence; null where it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>Where its authors publish the data; null where it does not say.</summary>
    public string? Source { get; init; }

    /// <summary>Its data.</summary>
    public required ScenarioData Data { get; init; }

    /// <summary>How an instance becomes a question.</summary>
    public required Adapter Adapter { get; init; }

    /// <summary>Examples before the question; null: none.</summary>
    public FewShot? FewShot { get; init; }

    /// <summary>How an answer is read from a completion.</summary>
    public required AnswerRule Answer { get; init; }

    /// <summary>The name under which results say how answers were read.</summary>
    public required string AnswerName { get; init; }

    /// <summary>Texts before which a completion ends.</summary>
    public ImmutableArray<string> Stop { get; init; } = [];

    /// <summary>Tokens of a completion at most; null: the model's own bound.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>What is measured, the main one first; at least one.</summary>
    public required ImmutableArray<ScenarioMetric> Metrics { get; init; }

    /// <summary>Rewritings of the questions; each is asked beside the original.</summary>
    public ImmutableArray<ScenarioPerturbation> Perturbations { get; init; } = [];

    /// <summary>How the scores of repeats become one.</summary>
    public ScoreReducer Reducer { get; init; } = new MeanReducer();

    /// <summary>The metric that represents it in means over scenarios.</summary>
    public ScenarioMetric MainMetric => Metrics[0];
}
