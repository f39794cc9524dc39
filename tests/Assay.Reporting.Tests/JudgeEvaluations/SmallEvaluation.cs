using Assay.Core.JudgeEvaluations;
using Assay.Core.People;

namespace Assay.Reporting.Tests.JudgeEvaluations;

/// <summary>An evaluation of two judges by three people on twelve pairs of three models.</summary>
internal static class SmallEvaluation
{
    private static readonly string[] Models = ["m", "n", "o"];

    public static JudgeEvaluation Create(string judge = "=judge()")
    {
        VerdictVocabulary vocabulary = new();
        VerdictSetBuilder builder = new(vocabulary);
        for (int person = 0; person < 3; person++) builder.Add(Rows(vocabulary, $"person {person}", person, 5), VerdictSource.People);
        builder.Add(Rows(vocabulary, judge, 1, 3), VerdictSource.Judge);
        builder.Add(Rows(vocabulary, "other", 2, 4), VerdictSource.Judge);
        return JudgeEvaluationBuilder.Build(builder.Build(), new JudgeEvaluationOptions { Replicates = 100 }, CancellationToken.None);
    }

    private static AnnotatorVerdict[] Rows(VerdictVocabulary vocabulary, string annotator, int offset, int every) =>
    [
        .. Enumerable.Range(0, 12).Select(i => new AnnotatorVerdict
        {
            Pair = vocabulary.Pairs.GetOrAdd(new JudgedPair
            {
                Instruction = vocabulary.Instructions.GetOrAdd($"instruction {i:D2}"),
                Generator1 = vocabulary.Generators.GetOrAdd(Models[i % 3]),
                Generator2 = vocabulary.Generators.GetOrAdd(Models[(i + 1) % 3]),
                Output1Hash = 1,
                Output2Hash = 2,
                Length1 = 100,
                Length2 = 100 + 40 * (i % 3),
            }),
            Annotator = vocabulary.Annotators.GetOrAdd(annotator),
            Preference = (i + offset) % every == 0 ? 0.5 : i * i % 4 == 0 ? 0 : 1,
        }),
    ];
}
