using Assay.Statistics.Resampling;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>
/// Rewrites an instance's text without changing what is asked, as HELM does (Liang and others 2022, appendix D), to see whether a model's answer depends on the
/// form. One of the records of this folder.
/// </summary>
/// <remarks>
/// The same text, seed and stream give the same rewriting. Whoever perturbs leaves the gold answers as they are, unless they are shown as choices.
/// </remarks>
public abstract record Perturbation
{
    // Only the records of this project: whoever names perturbations can be sure to know all kinds.
    private protected Perturbation() { }

    /// <summary>What it is called in scenarios and results.</summary>
    public abstract string Name { get; }

    /// <summary>The rewritten text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="random">The instance's own stream of the run's seed; unused by rewritings that draw nothing.</param>
    public abstract string Apply(string text, RandomStream random);
}
