using System.Globalization;
using Assay.Core.Preferences;
using Assay.Statistics.Sequential;
using Assay.Storage.Annotations;
using Assay.Studies.Documents;

namespace Assay.Studies.Sequences;

/// <summary><c>sequences</c>: writes the tables of docs/confidence-sequences.md again.</summary>
internal static class SequenceCommand
{
    private const int Size = 805, Orders = 1000, PeerOrders = 300;
    private const double Width = 0.04, Value = 0.5;
    private const ulong Seed = 20260801;

    /// <summary>Replaces the blocks of the page.</summary>
    public static void Run(Checkout checkout, TextWriter progress)
    {
        string page = File.ReadAllText(checkout.SequencesPage);
        page = MarkedBlock.Replace(page, "sequence study", Table([.. Simulated(), .. Recorded(checkout)], progress));
        File.WriteAllText(checkout.SequencesPage, page);
    }

    private static string Table((string Label, double[] Values)[] populations, TextWriter progress)
    {
        MarkdownTable needed = new(
            "items", "mean", "s", "fixed sample", "width 4", "width 4, hedged", "width 4, Bernstein", "against 50", "against 50, hedged", "against 50, Bernstein",
            "coverage, width 4", "coverage, against 50");
        foreach ((string label, double[] values) in populations)
        {
            progress.WriteLine(label);
            SequenceStudy.Result width = Study(() => new OurSequence(values.Length, new UntilWidth(Width)), Orders);
            SequenceStudy.Result decided = Study(() => new OurSequence(values.Length, new UntilDecided(Value)), Orders);
            SequenceStudy.Result hedged = Study(() => new HedgedSequence(values.Length), PeerOrders);
            SequenceStudy.Result bernstein = Study(() => new EmpiricalBernsteinSequence(values.Length), PeerOrders);
            needed.Add(
                label, Percent(values.Average()), Percent(Assay.Statistics.Estimation.SampleDeviation.Of(values)),
                SequenceStudy.FixedSample(values, Width).ToString(CultureInfo.InvariantCulture), Count(width.ToWidth), Count(hedged.ToWidth), Count(bernstein.ToWidth),
                Count(decided.ToDecision), Count(hedged.ToDecision), Count(bernstein.ToDecision), Percent(width.Covered), Percent(decided.Covered));

            SequenceStudy.Result Study(Func<ISequence> begin, int orders) => SequenceStudy.Run(values, begin, Width, Value, orders, Seed);
        }
        return needed.ToString();
    }

    private static IEnumerable<(string, double[])> Simulated()
    {
        foreach (double rate in (double[])[0.02, 0.05, 0.17, 0.35, 0.45, 0.51])
        {
            double[] values = new double[Size];
            values.AsSpan(0, (int)Math.Round(rate * Size)).Fill(1);
            yield return ($"won or lost, {Percent(rate)} %", values);
        }
        double[] ties = new double[Size];
        for (int i = 0; i < Size; i++) ties[i] = i % 5 == 0 ? 0.5 : i % 5 == 1 ? 1 : 0;
        yield return ("a fifth ties", ties);
    }

    private static IEnumerable<(string, double[])> Recorded(Checkout checkout)
    {
        foreach (string model in (string[])["text_davinci_003", "claude-2", "FuseChat-Llama-3.2-3B-Instruct"])
        {
            string file = Path.Combine(checkout.AlpacaEval, "annotations", model, "annotations.json.gz");
            if (!File.Exists(file)) continue;
            IReadOnlyList<AnnotationRow> rows = new AnnotationFileReader(new AnnotationVocabulary()).Read(file, CancellationToken.None);
            yield return (model, [.. rows.Select(static row => row.Preference).Where(static preference => !double.IsNaN(preference))]);
        }
    }

    private static string Count(double items) => items.ToString("F0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
