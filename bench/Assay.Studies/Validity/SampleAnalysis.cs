using Assay.Core.Comparisons;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Statistics.Comparison;
using Assay.Statistics.Estimation;

namespace Assay.Studies.Validity;

/// <summary>What <c>assay compare</c> says of the first two models of one sample.</summary>
/// <param name="Estimates">One per <see cref="Quantity"/>; null where there is none.</param>
/// <param name="WinRatePValue">p-value of the paired difference of win rates, or null.</param>
/// <param name="LengthControlledPValue">p-value of the paired difference of length-controlled win rates, or null.</param>
internal sealed record SampleAnalysis(IReadOnlyList<Estimate?> Estimates, double? WinRatePValue, double? LengthControlledPValue)
{
    private const double Confidence = 0.95;

    /// <summary>Analyses a sample with what the command computes these estimates from, without its ranks and notes; a test holds the two together.</summary>
    /// <param name="population">Where the sample is from.</param>
    /// <param name="drawn">Indices of the instructions drawn.</param>
    /// <param name="bootstrap">Bootstrap replicates; 0 for the sandwich estimate.</param>
    /// <param name="seed">The command's seed.</param>
    public static SampleAnalysis Of(Population population, int[] drawn, int bootstrap, ulong seed)
    {
        PreferenceSet set = population.Sample(drawn);
        LengthControlDesign design = LengthControlDesign.For(set.Comparisons, set.Instructions, population.Calibration(drawn), CancellationToken.None);
        InstructionBootstrap? resampling = bootstrap > 0 ? new InstructionBootstrap(drawn.Length, bootstrap, seed) : null;
        PairwiseJudgements first = Find(set, population.Models[0]), second = Find(set, population.Models[1]);
        LengthControlScore? a = Score(first), b = Score(second);

        PairedTTest winRates = PairedTTest.Of([.. first.Items.Zip(second.Items, (x, y) => x.Preference - y.Preference)], Confidence)!;
        LengthControlDifference? controlled =
            a is null || b is null ? null : LengthControlDifference.Of(LengthControlSide.Of(a), LengthControlSide.Of(b), drawn, clusters: null, Confidence);
        return new SampleAnalysis(
            [WinRateScore.Of(first.Items, Confidence).WinRate, a?.WinRate, winRates.Difference, controlled?.Difference], winRates.PValue, controlled?.PValue);

        LengthControlScore? Score(PairwiseJudgements model) =>
            LengthControlScore.Of(design.Prepare(model), drawn.Length, resampling, Confidence, seed, clusters: null, CancellationToken.None);
    }

    /// <summary>
    /// What the intervals of samples are to cover: the same estimators on the whole population, its rows weighted to a sample's total weight.
    /// One per <see cref="Quantity"/>.
    /// </summary>
    /// <param name="population">The population.</param>
    /// <param name="sampleSize">Number of instructions in a sample.</param>
    public static double[] Targets(Population population, int sampleSize)
    {
        int[] everything = population.Everything();
        PreferenceSet set = population.Sample(everything);
        LengthControlDesign design = LengthControlDesign.For(set.Comparisons, set.Instructions, population.Calibration(everything), CancellationToken.None);
        double[] weights = new double[population.Count];
        Array.Fill(weights, (double)sampleSize / population.Count);

        double[] winRates = new double[2], controlled = new double[2];
        for (int k = 0; k < 2; k++)
        {
            PairwiseJudgements model = Find(set, population.Models[k]);
            winRates[k] = model.Items.Average(item => item.Preference);
            controlled[k] = design.Prepare(model).Problem.Fit(weights)?.WinRate
                ?? throw new InvalidOperationException("The population has no length effect to fit.");
        }
        return [winRates[0], controlled[0], winRates[0] - winRates[1], controlled[0] - controlled[1]];
    }

    private static PairwiseJudgements Find(PreferenceSet set, string model) =>
        set.Comparisons.Single(comparison => string.Equals(comparison.Model, model, StringComparison.Ordinal));
}
