using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.JudgeEvaluations;
using Assay.Core.People;
using Assay.Core.Simulation;
using Assay.Storage.People;
using Assay.Studies.Documents;

namespace Assay.Studies.Annotators;

/// <summary><c>annotators</c>: writes the table of docs/simulated-annotators.md again, from PandaLM's test set.</summary>
internal static class AnnotatorCommand
{
    private static readonly double[] Flips = [0, 0.1, 0.25, 0.4];

    /// <summary>Replaces the block of the page.</summary>
    /// <exception cref="InputException">The recorded data is not there.</exception>
    public static void Run(Checkout checkout)
    {
        if (!Directory.Exists(checkout.PandaLm)) throw new InputException($"{checkout.PandaLm} is not there: the table is made from PandaLM's test set.");
        string page = MarkedBlock.Replace(File.ReadAllText(checkout.AnnotatorsPage), "pool study", Table(Evaluate(checkout.PandaLm)));
        File.WriteAllText(checkout.AnnotatorsPage, page);
    }

    private static JudgeEvaluation Evaluate(string folder)
    {
        VerdictVocabulary vocabulary = new();
        VerdictFileReader reader = new(vocabulary, VerdictColumns.Usual);
        VerdictSetBuilder builder = new(vocabulary);
        builder.Add(reader.Read(Path.Combine(folder, "testset-v1.json"), VerdictSource.People, CancellationToken.None), VerdictSource.People);
        foreach (string judge in (string[])["gpt-3.5-turbo-testset-v1.json", "pandalm-7b-testset-v1.json"])
            builder.Add(reader.Read(Path.Combine(folder, judge), VerdictSource.Judge, CancellationToken.None), VerdictSource.Judge);
        VerdictSet recorded = builder.Build();
        JudgeEvaluationOptions options = new() { Seed = 1, Replicates = 2000 };
        VerdictSet simulated = SimulatedAnnotators.AddTo(recorded, [.. SimulatedPools.Of(recorded, Flips, annotators: null)], options.Seed);
        return JudgeEvaluationBuilder.Build(simulated, options, CancellationToken.None);
    }

    private static string Table(JudgeEvaluation evaluation)
    {
        MarkdownTable table = new("annotator", "agreement", "bias", "variance", "Spearman, models");
        foreach (AnnotatorFigures row in (AnnotatorFigures[])[evaluation.People, .. evaluation.Judges.OrderBy(static judge => judge.Rows)])
        {
            table.Add(row.Name, Share(row.ZeroOne.LeaveOneOut, 100), Share(row.ZeroOne.Bias, 100), Share(row.ZeroOne.Variance, 100), Share(row.Spearman, 1));
        }
        return table.ToString();
    }

    private static string Share(Figure figure, double scale)
    {
        if (figure.Estimate is not { } estimate) return "–";
        string format = scale == 1 ? "0.00" : "0.0";
        return estimate.Interval is { } interval ? $"{Text(estimate.Value)} [{Text(interval.Lower)}, {Text(interval.Upper)}]" : Text(estimate.Value);

        string Text(double number) => (scale * number).ToString(format, CultureInfo.InvariantCulture);
    }
}
