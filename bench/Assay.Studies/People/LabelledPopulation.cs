using Assay.Core.People;
using Assay.Statistics.Resampling;
using Assay.Storage.People;

namespace Assay.Studies.People;

/// <summary>Items with what people said of each, and what judges did: PandaLM's test set taken as a population.</summary>
/// <param name="Truths">Mean verdict of the people on every item, in [0, 1].</param>
/// <param name="Judges">Name and verdicts of every judge, an unreadable verdict being one half.</param>
internal sealed record LabelledPopulation(double[] Truths, IReadOnlyList<(string Name, double[] Verdicts)> Judges)
{
    private const ulong NoiseSeed = 7;

    /// <summary>Reads the test set and its two recorded judges, and adds one that is noise: each of two verdicts as likely, whatever the item.</summary>
    /// <param name="folder">The folder of the recorded data.</param>
    public static LabelledPopulation Read(string folder)
    {
        VerdictVocabulary vocabulary = new();
        VerdictFileReader reader = new(vocabulary, VerdictColumns.Usual);
        VerdictSetBuilder builder = new(vocabulary);
        builder.Add(reader.Read(Path.Combine(folder, "testset-v1.json"), VerdictSource.People, CancellationToken.None), VerdictSource.People);
        foreach (string judge in (string[])["gpt-3.5-turbo-testset-v1.json", "pandalm-7b-testset-v1.json"])
            builder.Add(reader.Read(Path.Combine(folder, judge), VerdictSource.Judge, CancellationToken.None), VerdictSource.Judge);
        VerdictSet set = builder.Build();

        double[] truths = new double[set.Pairs.Count];
        foreach (var pair in set.People.GroupBy(verdict => verdict.Pair)) truths[pair.Key] = pair.Average(verdict => verdict.Preference);
        List<(string, double[])> judges = [];
        foreach (var judge in set.Judges.GroupBy(verdict => verdict.Annotator).OrderBy(judge => judge.Key))
        {
            double[] verdicts = new double[truths.Length];
            Array.Fill(verdicts, 0.5);
            foreach (AnnotatorVerdict verdict in judge.Where(verdict => verdict.IsParsed)) verdicts[verdict.Pair] = verdict.Preference;
            judges.Add((set.Annotators[judge.Key], verdicts));
        }
        RandomStream random = new(NoiseSeed, 0);
        judges.Add(("noise", [.. truths.Select(_ => (double)random.NextInt(2))]));
        return new LabelledPopulation(truths, judges);
    }
}
