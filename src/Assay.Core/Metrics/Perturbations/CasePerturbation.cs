using Assay.Statistics.Resampling;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>HELM's <c>lowercase</c>: everything in lower case.</summary>
public sealed record LowercasePerturbation : Perturbation
{
    /// <inheritdoc/>
    public override string Name => "lowercase";

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random) => text.ToLowerInvariant();
}

/// <summary>Everything in upper case.</summary>
public sealed record UppercasePerturbation : Perturbation
{
    /// <inheritdoc/>
    public override string Name => "uppercase";

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random) => text.ToUpperInvariant();
}
