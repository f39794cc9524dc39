namespace Assay.Core.Runs;

/// <summary>What a run makes.</summary>
public enum RunKind
{
    /// <summary>Outputs of a model to instructions.</summary>
    Generate,

    /// <summary>Judgements of pairs of outputs.</summary>
    Judge,
}
