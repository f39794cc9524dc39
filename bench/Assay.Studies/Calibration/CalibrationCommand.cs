using System.Globalization;
using Assay.Storage.Files;
using Assay.Studies.Documents;
using Assay.Studies.Validity;

namespace Assay.Studies.Calibration;

/// <summary><c>calibration</c>: writes the table of docs/calibration-audit.md again.</summary>
internal static class CalibrationCommand
{
    private const int Samples = 1000;
    private const ulong Seed = 1;

    private static readonly RequiredBand Nominal = new(93, 98.5);

    /// <summary>Measures, and replaces the table of the page.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="people">Says what is being measured.</param>
    public static void Run(Checkout checkout, TextWriter people)
    {
        MarkdownTable table = new(
            "forecasts", "items", "true error", "mean debiased", "debiased covers", "true ECE", "mean ECE", "bootstrap of ECE covers", "AUROC covers", "selective area covers");
        foreach (double temperature in (double[])[1, 1.3, 2])
        {
            foreach (ForecastWorld world in ForecastWorld.At(temperature))
            {
                foreach (int items in (int[])[100, 300, 1000])
                {
                    people.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{world.Name}, temperature {temperature}, {items} items"));
                    CalibrationCoverage coverage = CalibrationCoverage.Of(world, items, Samples, Seed);
                    table.Add(
                        string.Create(CultureInfo.InvariantCulture, $"{world.Name}, {(temperature == 1 ? "perfect" : $"temperature {temperature}")}"),
                        items.ToString(CultureInfo.InvariantCulture), Percent(coverage.TrueError), Percent(coverage.MeanEstimate), Nominal.Mark(coverage.Debiased),
                        Percent(coverage.TruePlain), Percent(coverage.MeanPlain), Nominal.Mark(coverage.Bootstrap), Nominal.Mark(coverage.RocArea),
                        Nominal.Mark(coverage.SelectiveArea));
                }
            }
        }
        WholeFile.WriteText(checkout.CalibrationPage, MarkedBlock.Replace(File.ReadAllText(checkout.CalibrationPage), "coverage of calibration", table.ToString()));
    }

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture);
}
