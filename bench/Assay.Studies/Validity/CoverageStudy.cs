using Assay.Statistics.Resampling;

namespace Assay.Studies.Validity;

/// <summary>Draws many samples of one population and counts how often intervals cover their targets.</summary>
internal static class CoverageStudy
{
    /// <summary>Runs the replications in parallel; the result does not depend on the threads.</summary>
    /// <param name="population">The population.</param>
    /// <param name="sampleSize">Instructions per sample.</param>
    /// <param name="replications">Number of samples.</param>
    /// <param name="bootstrap">Bootstrap replicates per sample; 0 for the sandwich estimate.</param>
    /// <param name="seed">Replication r draws from stream r of this seed, and its analysis has r as its own seed.</param>
    /// <returns>One per <see cref="Quantity"/>.</returns>
    public static Coverage[] Run(Population population, int sampleSize, int replications, int bootstrap, ulong seed)
    {
        SampleAnalysis[] analyses = new SampleAnalysis[replications];
        Parallel.For(0, replications, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, replication =>
        {
            RandomStream random = new(seed, (ulong)replication);
            int[] drawn = new int[sampleSize];
            for (int i = 0; i < drawn.Length; i++) drawn[i] = random.NextInt(population.Count);
            analyses[replication] = SampleAnalysis.Of(population, drawn, bootstrap, (ulong)replication);
        });

        double[] targets = SampleAnalysis.Targets(population, sampleSize);
        return [.. Enum.GetValues<Quantity>().Select(quantity =>
            Coverage.Of(targets[(int)quantity], [.. analyses.Select(analysis => analysis.Estimates[(int)quantity])]))];
    }
}
