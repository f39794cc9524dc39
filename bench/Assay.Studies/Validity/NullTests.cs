using System.Globalization;
using Assay.Core.LengthControl;
using Assay.Studies.Documents;

namespace Assay.Studies.Validity;

/// <summary>How often the paired tests call two models of equal quality different.</summary>
internal static class NullTests
{
    private const double Level = 0.05;
    private const ulong GamedSeed = 2, FirstWorldSeed = 1_000_000;

    /// <summary>One row per true win rate and kind of pair.</summary>
    /// <param name="sampleSize">Instructions per world.</param>
    /// <param name="trueWinRates">True win rates of both models, in (0, 1).</param>
    /// <param name="plan">How many tests.</param>
    public static string Table(int sampleSize, IReadOnlyList<double> trueWinRates, ValidityPlan plan)
    {
        MarkdownTable table = new("true win rate of both", "WR test", "LC test");
        foreach (double trueWinRate in trueWinRates)
        {
            (double winRate, double controlled) = Rejections(sampleSize, trueWinRate, verbosityOfSecond: 0, plan.Tests);
            table.Add(Percent(trueWinRate), RequiredBand.Rejection.Mark(winRate, digits: 2), RequiredBand.Rejection.Mark(controlled, digits: 2));
        }
        return table.ToString();
    }

    /// <summary>The same where the second model writes longer: equal in quality only, so that the test of raw win rates has no true null.</summary>
    /// <inheritdoc cref="Table"/>
    public static string VerboseTable(int sampleSize, IReadOnlyList<double> trueWinRates, ValidityPlan plan)
    {
        MarkdownTable table = new("true win rate of both", "WR test", "LC test");
        foreach (double trueWinRate in trueWinRates)
        {
            (double winRate, double controlled) = Rejections(sampleSize, trueWinRate, StudyWorld.VerbosityOfSecond, plan.Replications);
            table.Add(Percent(trueWinRate), OneDigit(winRate), OneDigit(controlled));
        }
        return table.ToString();
    }

    /// <summary>
    /// Shares of worlds, in [0, 1], in which each test rejects at the level of 5 %. Every test has a world of its own: in a finite population two models
    /// are never exactly equal.
    /// </summary>
    public static (double WinRate, double LengthControlled) Rejections(int sampleSize, double trueWinRate, double verbosityOfSecond, int tests)
    {
        IReadOnlyList<GamedBaselineRow> gamed = StudyWorld.GamedRows(StudySignals.Strong, sampleSize, GamedSeed);
        int[] everything = [.. Enumerable.Range(0, sampleSize)];
        SampleAnalysis[] analyses = new SampleAnalysis[tests];
        Parallel.For(0, tests, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, test =>
        {
            StudyWorld world = new(StudySignals.Strong, sampleSize, FirstWorldSeed + (ulong)test);
            analyses[test] = SampleAnalysis.Of(world.Population(world.Twins(trueWinRate, verbosityOfSecond), gamed), everything, bootstrap: 0, (ulong)test);
        });
        return (analyses.Average(analysis => Rejects(analysis.WinRatePValue)), analyses.Average(analysis => Rejects(analysis.LengthControlledPValue)));
    }

    private static double Rejects(double? pValue) => pValue < Level ? 1 : 0;

    private static string OneDigit(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} %");
}
