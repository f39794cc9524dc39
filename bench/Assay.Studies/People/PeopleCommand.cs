using System.Globalization;
using Assay.Storage.Files;
using Assay.Studies.Documents;
using Assay.Studies.Validity;

namespace Assay.Studies.People;

/// <summary>Measures clustered and prediction-powered intervals and writes the tables of their pages.</summary>
internal static class PeopleCommand
{
    private const int Worlds = 2000, Draws = 1000, Items = 100, Judged = 999;
    private const ulong Seed = 1;

    private static readonly RequiredBand Nominal = new(93, 97);
    private static readonly int[] Labelled = [100, 200, 400];

    /// <summary>Measures everything and replaces the tables of the pages.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="people">Says what is being measured.</param>
    public static void Run(Checkout checkout, TextWriter people)
    {
        Write(checkout.ClusteredErrorsPage, "coverage by clusters", OneWay, people);
        Write(checkout.ClusteredErrorsPage, "coverage of unequal clusters", Unequal, people);
        Write(checkout.ClusteredErrorsPage, "coverage by two ways", TwoWay, people);
        if (!Directory.Exists(checkout.PandaLm))
        {
            people.WriteLine("The table of PandaLM's items stays as it is: ../shared/data/pandalm is not there.");
            return;
        }
        LabelledPopulation population = LabelledPopulation.Read(checkout.PandaLm);
        Write(checkout.PredictionPoweredPage, "PandaLM's items", () => Predicted(population), people);
    }

    private static void Write(string page, string name, Func<string> measure, TextWriter people)
    {
        people.WriteLine($"Measuring: {name}");
        string table = measure();
        WholeFile.WriteText(page, MarkedBlock.Replace(File.ReadAllText(page), name, table));
    }

    private static string OneWay()
    {
        MarkdownTable table = new("people", "correlation", "independent", "clustered, normal", "clustered, t(G - 1)", "wild bootstrap");
        foreach (double correlation in (double[])[0, 0.02, 0.1])
        {
            foreach (int people in (int[])[3, 4, 6, 10, 20, 50])
            {
                ClusterCoverage coverage = ClusterCoverage.Of([.. Enumerable.Repeat(Items, people)], 0.5, correlation, Worlds, Seed);
                table.Add([Text(people), correlation.ToString(CultureInfo.InvariantCulture), .. Cells(coverage)]);
            }
        }
        return table.ToString();
    }

    private static string Unequal()
    {
        MarkdownTable table = new("people", "judgements of each", "independent", "clustered, normal", "clustered, t(G - 1)", "wild bootstrap");
        foreach (int people in (int[])[6, 10, 20, 50])
        {
            int[] sizes = [.. Enumerable.Range(0, people).Select(person => person < people / 2 ? 180 : 20)];
            table.Add([Text(people), "half 180, half 20", .. Cells(ClusterCoverage.Of(sizes, 0.5, 0.02, Worlds, Seed))]);
            sizes = [.. Enumerable.Range(0, people).Select(person => person == 0 ? 50 * people : 50)];
            table.Add([Text(people), "one half of all", .. Cells(ClusterCoverage.Of(sizes, 0.5, 0.02, Worlds, Seed))]);
        }
        return table.ToString();
    }

    private static string TwoWay()
    {
        MarkdownTable table = new("people", "items", "independent", "by person", "by item", "two-way");
        foreach ((int people, int items) in ((int, int)[])[(4, 100), (6, 100), (10, 100), (20, 100), (50, 50)])
        {
            TwoWayCoverage coverage = TwoWayCoverage.Of(people, items, 0.02, 0.2, Worlds, Seed);
            table.Add(
                Text(people), Text(items), Nominal.Mark(coverage.Independent), Nominal.Mark(coverage.ByPerson), Nominal.Mark(coverage.ByItem), Nominal.Mark(coverage.TwoWay));
        }
        return table.ToString();
    }

    private static string Predicted(LabelledPopulation population)
    {
        MarkdownTable table = new("judge", "labelled", "labelled items are", "coverage", "people alone", "width / people alone", "bias, points", "mean λ");
        foreach ((string name, double[] verdicts) in population.Judges)
        {
            foreach (int labelled in Labelled)
            {
                foreach (bool isSubset in (bool[])[false, true])
                {
                    PredictionPoweredCoverage coverage = PredictionPoweredCoverage.Of(population.Truths, verdicts, labelled, Judged, isSubset, Draws, Seed);
                    table.Add(
                        name, Text(labelled), isSubset ? "some of the 999" : "beside the 999", Nominal.Mark(coverage.Coverage), Nominal.Mark(
                            coverage.CoverageAlone),
                        coverage.WidthRatio.ToString("F3", CultureInfo.InvariantCulture), (100 * coverage.Bias).ToString("F2", CultureInfo.InvariantCulture),
                        coverage.MeanWeight.ToString("F2", CultureInfo.InvariantCulture));
                }
            }
        }
        return table.ToString();
    }

    private static string[] Cells(ClusterCoverage coverage) =>
        [Nominal.Mark(coverage.Independent), Nominal.Mark(coverage.Normal), Nominal.Mark(coverage.StudentT), Nominal.Mark(coverage.Wild)];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
