namespace Assay.Studies.Validity;

/// <summary>One row of a table of coverage.</summary>
/// <param name="Label">What was simulated or resampled.</param>
/// <param name="Generating">The generating value of every <see cref="Quantity"/>, or null where nobody knows it.</param>
/// <param name="Sandwich">With the intervals that the command gives by default, one per <see cref="Quantity"/>.</param>
/// <param name="Bootstrap">With those of <c>--bootstrap</c>, or null where they were not simulated.</param>
internal sealed record CoverageRow(string Label, double[]? Generating, Coverage[] Sandwich, Coverage[]? Bootstrap)
{
    // Beyond this the bootstrap of every sample takes hours, and the sandwich is meant for it.
    private const int LargestBootstrappedSample = 100;

    /// <summary>Measures a row; the bootstrap only for small samples and where a sandwich interval covers its target too rarely.</summary>
    /// <param name="label">What is simulated or resampled.</param>
    /// <param name="generating">The generating value of every <see cref="Quantity"/>, or null where nobody knows it.</param>
    /// <param name="population">The population.</param>
    /// <param name="sampleSize">Instructions per sample.</param>
    /// <param name="plan">How many replications.</param>
    /// <param name="seed">Seed of the samples.</param>
    public static CoverageRow Of(string label, double[]? generating, Population population, int sampleSize, ValidityPlan plan, ulong seed)
    {
        Coverage[] sandwich = CoverageStudy.Run(population, sampleSize, plan.Replications, bootstrap: 0, seed);
        bool fallsShort = FallsShort(Quantity.LengthControlled) || FallsShort(Quantity.LengthControlledDifference);
        Coverage[]? bootstrap = fallsShort && population.IsCalibrated && sampleSize <= LargestBootstrappedSample
            ? CoverageStudy.Run(population, sampleSize, plan.BootstrapReplications, ValidityPlan.Replicates, seed)
            : null;
        return new CoverageRow(label, generating, sandwich, bootstrap);

        bool FallsShort(Quantity quantity) => 100 * sandwich[(int)quantity].Share < RequiredBand.Of(sampleSize).Lower;
    }
}
