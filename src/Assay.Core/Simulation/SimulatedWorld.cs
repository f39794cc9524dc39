using Assay.Core.Preferences;
using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;

namespace Assay.Core.Simulation;

/// <summary>
/// A world in which the truth is known. The judge prefers model m's output to instruction i with expectation
/// sigmoid(a tanh(d / s) + b gamma_i + q): a the judge's length bias, d the baseline's length minus the model's, s its standard deviation for this model
/// (<see cref="BaselineLengths.DifferenceDeviation"/>), gamma_i the difficulty, b and q the model's slope and quality. This is the model of
/// Dubois et al. 2024 (arXiv 2404.04475), section 3, so what length control estimates is there to be compared with.
/// </summary>
/// <remarks>
/// The same seed gives the same world. Model number k takes streams 2k + 1 (lengths) and 2k + 2 (verdicts) of the seed, so a model added changes no other,
/// and a quality changed leaves the lengths as they are. Immutable.
/// </remarks>
/// <param name="instructions">The instructions.</param>
/// <param name="judge">The judge.</param>
/// <param name="seed">Seed of the models' outputs and verdicts.</param>
public sealed class SimulatedWorld(SimulatedInstructions instructions, SimulatedJudge judge, ulong seed)
{
    /// <summary>The baseline's name.</summary>
    public const string Baseline = "baseline";

    /// <summary>The instructions.</summary>
    public SimulatedInstructions Instructions => instructions;

    /// <summary>The judge.</summary>
    public SimulatedJudge Judge => judge;

    /// <summary>
    /// The generating value of a model's length-controlled win rate, in [0, 1]: the mean over the instructions of sigmoid(b gamma_i + q), the length term at 0.
    /// </summary>
    public double TrueWinRate(SimulatedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return QualitySearch.MeanProbability(LogOdds(model), 0);
    }

    /// <summary>The mean over the instructions of the expected preference, in [0, 1], lengths included: what the raw win rate estimates.</summary>
    /// <param name="model">The model.</param>
    /// <param name="number">The model's number in the world, from 0.</param>
    public double ExpectedRawWinRate(SimulatedModel model, int number) => ExpectedPreferences(model, Lengths(model, number)).Average();

    /// <summary>The model with the quality that gives it this <see cref="TrueWinRate"/>.</summary>
    /// <param name="model">The model; its quality does not matter.</param>
    /// <param name="winRate">Wanted win rate, strictly between 0 and 1.</param>
    public SimulatedModel WithTrueWinRate(SimulatedModel model, double winRate)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with { Quality = QualitySearch.Find(LogOdds(model with { Quality = 0 }), winRate) };
    }

    /// <summary>The model with the quality that gives it this <see cref="ExpectedRawWinRate"/>.</summary>
    /// <param name="model">The model; its quality does not matter.</param>
    /// <param name="number">The model's number in the world, from 0.</param>
    /// <param name="winRate">Wanted win rate, strictly between 0 and 1.</param>
    public SimulatedModel WithRawWinRate(SimulatedModel model, int number, double winRate)
    {
        ArgumentNullException.ThrowIfNull(model);
        double[] offsets = LogOdds(model with { Quality = 0 });
        double[] lengthTerms = LengthTerms(model, Lengths(model, number));
        for (int i = 0; i < offsets.Length; i++) offsets[i] += lengthTerms[i];
        return model with { Quality = QualitySearch.Find(offsets, winRate) };
    }

    /// <summary>The model's outputs and the judge's verdicts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="number">The model's number in the world, from 0.</param>
    public SimulatedVerdicts Verdicts(SimulatedModel model, int number)
    {
        int[] lengths = Lengths(model, number);
        double[] preferences = ExpectedPreferences(model, lengths);
        RandomStream random = new(seed, 2 * (ulong)number + 2);
        for (int i = 0; i < preferences.Length; i++) preferences[i] = judge.Judge(preferences[i], random);
        return new SimulatedVerdicts(model, instructions, lengths, preferences);
    }

    /// <summary>All models' verdicts as if read from files; model number k is the k-th of the list.</summary>
    /// <param name="models">Models with names of their own.</param>
    public PreferenceSet Preferences(IReadOnlyList<SimulatedModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        IEnumerable<PairwiseJudgements> comparisons = models.Select((model, number) => new PairwiseJudgements
        {
            Model = model.Name,
            Baseline = Baseline,
            Annotator = judge.Name,
            Items = Verdicts(model, number).ToItems(),
        });
        return new PreferenceSet
        {
            Instructions = [.. Enumerable.Range(0, instructions.Count).Select(SimulatedInstructions.Text)],
            Datasets = [],
            Comparisons = [.. comparisons.OrderBy(comparison => comparison.Model, StringComparer.Ordinal)],
        };
    }

    /// <summary>d / s of each instruction; 0 for a model that writes exactly as long as the baseline.</summary>
    internal double[] StandardisedLengthDifferences(SimulatedModel model, ReadOnlySpan<int> lengths)
    {
        double scale = instructions.Lengths.DifferenceDeviation(model);
        double[] differences = new double[lengths.Length];
        if (scale == 0) return differences;
        for (int i = 0; i < differences.Length; i++) differences[i] = (instructions.BaselineLengthsInCodePoints[i] - lengths[i]) / scale;
        return differences;
    }

    private int[] Lengths(SimulatedModel model, int number)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        RandomStream random = new(seed, 2 * (ulong)number + 1);
        int[] lengths = new int[instructions.Count];
        for (int i = 0; i < lengths.Length; i++)
        {
            double ratio = Math.Exp(model.Verbosity + model.LengthSpread * random.NextGaussian());
            lengths[i] = SimulatedInstructions.WholeLength(instructions.BaselineLengthsInCodePoints[i] * ratio);
        }
        return lengths;
    }

    private double[] LogOdds(SimulatedModel model)
    {
        double[] logOdds = new double[instructions.Count];
        for (int i = 0; i < logOdds.Length; i++) logOdds[i] = model.LogOdds(instructions.Difficulties[i]);
        return logOdds;
    }

    private double[] LengthTerms(SimulatedModel model, ReadOnlySpan<int> lengths)
    {
        double[] terms = StandardisedLengthDifferences(model, lengths);
        for (int i = 0; i < terms.Length; i++) terms[i] = judge.LengthBias * Math.Tanh(terms[i]);
        return terms;
    }

    private double[] ExpectedPreferences(SimulatedModel model, ReadOnlySpan<int> lengths)
    {
        double[] expected = LengthTerms(model, lengths);
        for (int i = 0; i < expected.Length; i++) expected[i] = Logit.Probability(expected[i] + model.LogOdds(instructions.Difficulties[i]));
        return expected;
    }
}
