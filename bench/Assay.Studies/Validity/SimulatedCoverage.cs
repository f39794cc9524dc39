using System.Globalization;
using Assay.Core.LengthControl;
using Assay.Core.Simulation;

namespace Assay.Studies.Validity;

/// <summary>Coverage in simulated worlds, one row per true win rate.</summary>
internal static class SimulatedCoverage
{
    // One seed for each thing that is random; rows of one table share the worlds.
    private const ulong WorldSeed = 1, GamedSeed = 2, SampleSeed = 3;

    /// <summary>The rows of one table.</summary>
    /// <param name="signals">The judge and the weight of difficulties.</param>
    /// <param name="method">How length is controlled.</param>
    /// <param name="sampleSize">Instructions per sample.</param>
    /// <param name="trueWinRates">True length-controlled win rates of the first model, in (0, 1), one per row.</param>
    /// <param name="plan">How many replications.</param>
    public static List<CoverageRow> Rows(
        StudySignals signals, LengthControlMethod method, int sampleSize, IReadOnlyList<double> trueWinRates, ValidityPlan plan)
    {
        StudyWorld world = new(signals, ValidityPlan.PopulationSize, WorldSeed);
        IReadOnlyList<GamedBaselineRow>? gamed = method == LengthControlMethod.AlpacaEval2 ? StudyWorld.GamedRows(signals, sampleSize, GamedSeed) : null;
        List<CoverageRow> rows = [];
        foreach (double trueWinRate in trueWinRates)
        {
            IReadOnlyList<SimulatedModel> models = method == LengthControlMethod.Fitted ? world.Crowd(trueWinRate) : world.Pair(trueWinRate);
            Population population = world.Population(models, gamed);
            rows.Add(CoverageRow.Of(Percent(trueWinRate), world.Generating(models), population, sampleSize, plan, SampleSeed));
        }
        return rows;
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} %");
}
