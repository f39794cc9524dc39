namespace Assay.Core.Runs;

/// <summary>What a run makes.</summary>
public enum RunKind
{
    /// <summary>Outputs of a model to instructions.</summary>
    Generate,

    /// <summary>Judgements of pairs of outputs.</summary>
    Judge,

    /// <summary>Answers to the instances of scenarios, with their scores.</summary>
    Benchmark,
}
