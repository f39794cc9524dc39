using System.Globalization;
using Assay.Core.LengthControl;
using Assay.Storage.Files;
using Assay.Studies.Documents;

namespace Assay.Studies.Validity;

/// <summary>Measures the validity of intervals and tests and writes the tables of docs/validity.md.</summary>
internal static class ValidityCommand
{
    private const int LargeSample = 805, SmallSample = 100;

    private static readonly double[] TrueWinRates = [0.02, 0.05, 0.10, 0.15, 0.30, 0.50, 0.70, 0.85, 0.90];
    private static readonly double[] SomeWinRates = [0.15, 0.30, 0.50, 0.70, 0.85];
    private static readonly double[] ThreeWinRates = [0.15, 0.50, 0.85];

    /// <summary>Measures everything and replaces the tables of the page.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="plan">How many replications.</param>
    /// <param name="people">Says what is being measured.</param>
    public static void Run(Checkout checkout, ValidityPlan plan, TextWriter people)
    {
        foreach ((string name, Func<ValidityPlan, string> measure) in Tables(checkout, people))
        {
            people.WriteLine($"Measuring: {name}");
            string table = measure(plan);
            // Read again each time: this takes long enough for somebody to edit the page meanwhile.
            WholeFile.WriteText(checkout.ValidityPage, MarkedBlock.Replace(File.ReadAllText(checkout.ValidityPage), name, table));
        }
    }

    /// <summary>Measures everything and prints the tables, the page untouched.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="plan">How many replications.</param>
    /// <param name="only">Beginning of the names of the tables wanted; empty for all.</param>
    /// <param name="output">Where the tables go.</param>
    public static void Glance(Checkout checkout, ValidityPlan plan, string only, TextWriter output)
    {
        foreach ((string name, Func<ValidityPlan, string> measure) in Tables(checkout, output))
        {
            if (name.StartsWith(only, StringComparison.Ordinal)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\n\n{measure(plan)}"));
        }
    }

    private static List<(string Name, Func<ValidityPlan, string> Measure)> Tables(Checkout checkout, TextWriter people)
    {
        List<(string, Func<ValidityPlan, string>)> tables =
        [
            ("strong signals, 805 instructions", Simulated(StudySignals.Strong, LengthControlMethod.AlpacaEval2, LargeSample, TrueWinRates)),
            ("strong signals, 100 instructions", Simulated(StudySignals.Strong, LengthControlMethod.AlpacaEval2, SmallSample, TrueWinRates)),
            ("faint signals, 805 instructions", Simulated(StudySignals.Faint, LengthControlMethod.AlpacaEval2, LargeSample, SomeWinRates)),
            ("faint signals, 100 instructions", Simulated(StudySignals.Faint, LengthControlMethod.AlpacaEval2, SmallSample, SomeWinRates)),
            ("fitted, 805 instructions", Simulated(StudySignals.Strong, LengthControlMethod.Fitted, LargeSample, ThreeWinRates)),
            ("minimal, 805 instructions", Simulated(StudySignals.Strong, LengthControlMethod.Minimal, LargeSample, ThreeWinRates)),
            ("tests of equal models", plan => NullTests.Table(LargeSample, ThreeWinRates, plan)),
            ("tests of equally good models, one verbose", plan => NullTests.VerboseTable(LargeSample, ThreeWinRates, plan)),
        ];
        if (!Directory.Exists(checkout.AlpacaEval))
        {
            people.WriteLine("The tables of recorded rows stay as they are: ../shared/data/alpaca_eval is not there.");
            return tables;
        }
        tables.Add(("recorded rows, 805 instructions", Recorded(checkout, LargeSample)));
        tables.Add(("recorded rows, 100 instructions", Recorded(checkout, SmallSample)));
        return tables;
    }

    private static Func<ValidityPlan, string> Simulated(
        StudySignals signals, LengthControlMethod method, int sampleSize, IReadOnlyList<double> trueWinRates) =>
        plan => CoverageTable.Of("true LC", SimulatedCoverage.Rows(signals, method, sampleSize, trueWinRates, plan), RequiredBand.Of(sampleSize));

    private static Func<ValidityPlan, string> Recorded(Checkout checkout, int sampleSize) =>
        plan => CoverageTable.Of("model", RealRows.Rows(checkout.AlpacaEval, sampleSize, plan), RequiredBand.Of(sampleSize));
}
