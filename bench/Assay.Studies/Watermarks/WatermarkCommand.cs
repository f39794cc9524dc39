using Assay.Storage.Files;
using Assay.Studies.Documents;

namespace Assay.Studies.Watermarks;

/// <summary>Measures how well marks are found and writes the tables of docs/watermarks.md.</summary>
internal static class WatermarkCommand
{
    /// <summary>Measures everything and replaces the tables of the page.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="texts">Texts of each cell.</param>
    /// <param name="people">Says what is being measured.</param>
    public static void Run(Checkout checkout, int texts, TextWriter people)
    {
        string path = Path.Combine(checkout.Root, "docs", "watermarks.md");
        foreach ((string name, string table) in Tables(texts))
        {
            people.WriteLine($"Measured: {name}");
            WholeFile.WriteText(path, MarkedBlock.Replace(File.ReadAllText(path), name, table));
        }
    }

    private static IEnumerable<(string Name, string Table)> Tables(int texts)
    {
        yield return ("power", WatermarkStudy.Power(texts));
        yield return ("unmarked", WatermarkStudy.FalsePositives(10 * texts));
        yield return ("robustness", WatermarkStudy.Robustness(texts));
    }
}
