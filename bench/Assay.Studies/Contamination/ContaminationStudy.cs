using System.Globalization;
using Assay.Core.Audits.Contamination;
using Assay.Evaluation.Audits;
using Assay.Models.NGrams;
using Assay.Statistics.Resampling;
using Assay.Storage.Files;
using Assay.Studies.Documents;

namespace Assay.Studies.Contamination;

/// <summary>Measures the tests for contamination on n-gram models and writes the tables of docs/contamination.md.</summary>
internal static class ContaminationStudy
{
    private const int Background = 400;

    /// <summary>Measures everything and replaces the tables of the page.</summary>
    public static async Task RunAsync(Checkout checkout, TextWriter people)
    {
        string path = Path.Combine(checkout.Root, "docs", "contamination.md");
        foreach ((string name, string table) in new[] { ("copies", await CopiesAsync()), ("null", await NullAsync(10_000)) })
        {
            people.WriteLine($"Measured: {name}");
            WholeFile.WriteText(path, MarkedBlock.Replace(File.ReadAllText(path), name, table));
        }
    }

    private static async Task<string> CopiesAsync()
    {
        const int Sets = 100;
        MarkdownTable table = new("copies in the corpus", "median p, permutation", "median p, sharded", "p ≤ 0.05, permutation", "p ≤ 0.05, sharded");
        foreach (int copies in new[] { 0, 1, 2, 4, 8 })
        {
            double[] permutation = new double[Sets], sharded = new double[Sets];
            for (int set = 0; set < Sets; set++)
            {
                ContaminationReport report = await AuditAsync(set, examples: 40, words: 8, copies, new ContaminationOptions { Permutations = 199, Seed = (ulong)set });
                (permutation[set], sharded[set]) = (report.PermutationPValue, report.ShardedPValue ?? 1);
            }
            table.Add(
                copies.ToString(CultureInfo.InvariantCulture), P(Median(permutation)), P(Median(sharded)),
                Percent(permutation.Count(static p => p <= 0.05), Sets), Percent(sharded.Count(static p => p <= 0.05), Sets));
        }
        return table.ToString();
    }

    private static async Task<string> NullAsync(int sets)
    {
        int permutation = 0;
        for (int set = 0; set < sets; set++)
        {
            ContaminationReport report = await AuditAsync(set, examples: 8, words: 4, copies: 0, new ContaminationOptions { Permutations = 999, Shards = 2, Seed = (ulong)set });
            if (report.PermutationPValue <= 0.05) permutation++;
        }
        MarkdownTable table = new("test", "rejects at p ≤ 0.05");
        table.Add("permutation, exact", Percent(permutation, sets));
        return table.ToString();
    }

    // The corpus holds other texts, and the examples of the set each once but apart from each other; the copies hold them in their order.
    private static Task<ContaminationReport> AuditAsync(int number, int examples, int words, int copies, ContaminationOptions options)
    {
        RandomStream random = new(31, (ulong)number);
        string[] set = [.. Enumerable.Range(0, examples).Select(_ => Sentence(random, words))];
        List<string> corpus = [.. Enumerable.Range(0, Background).Select(_ => Sentence(random, words)), .. set];
        for (int copy = 0; copy < copies; copy++) corpus.Add(string.Join('\n', set));
        NGramModel model = NGramModel.Train(corpus, TextUnit.Words, 4, default);
        return ContaminationAudit.RunAsync(set, new NGramScorer(model, "n-gram"), options, concurrency: Environment.ProcessorCount, scored: null, default);
    }

    private static string Sentence(RandomStream random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => string.Create(CultureInfo.InvariantCulture, $"w{Math.Min(random.NextInt(60), random.NextInt(60))}")));

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string P(double p) => p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Percent(int count, int of) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / of:0.0} %");
}
