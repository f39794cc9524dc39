namespace Assay.Studies.Validity;

/// <summary>How much is simulated.</summary>
/// <param name="Replications">Samples per row of the tables of coverage.</param>
/// <param name="BootstrapReplications">Samples per row where every sample is bootstrapped.</param>
/// <param name="Tests">Pairs of equal models that are tested.</param>
internal sealed record ValidityPlan(int Replications, int BootstrapReplications, int Tests)
{
    /// <summary>Bootstrap replicates per sample.</summary>
    public const int Replicates = 199;

    /// <summary>Instructions of a simulated population.</summary>
    public const int PopulationSize = 20_000;

    /// <summary>The plan of docs/validity.md.</summary>
    public static ValidityPlan Published { get; } = new(Replications: 10_000, BootstrapReplications: 2000, Tests: 10_000);

    /// <summary>A plan with fewer replications, to look at the shape of the tables.</summary>
    /// <param name="replications">Samples per row; at most 500 of them where every sample is bootstrapped, and at most 10,000 tests.</param>
    public static ValidityPlan Glance(int replications) => new(replications, Math.Min(replications, 500), Math.Min(replications, 10_000));
}
