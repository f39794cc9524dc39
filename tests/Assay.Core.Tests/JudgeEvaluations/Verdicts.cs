using Assay.Core.JudgeEvaluations;
using Assay.Core.People;

namespace Assay.Core.Tests.JudgeEvaluations;

/// <summary>Small sets of verdicts, and their evaluations.</summary>
internal sealed class Verdicts
{
    private readonly VerdictVocabulary _vocabulary = new();
    private readonly List<AnnotatorVerdict> _people = [];
    private readonly List<AnnotatorVerdict> _judges = [];

    public Verdicts Person(string name, params double[] preferences) => Add(_people, name, 0, preferences);

    public Verdicts PersonFrom(string name, int firstPair, params double[] preferences) => Add(_people, name, firstPair, preferences);

    public Verdicts Judge(string name, params double[] preferences) => Add(_judges, name, 0, preferences);

    public Verdicts JudgeFrom(string name, int firstPair, params double[] preferences) => Add(_judges, name, firstPair, preferences);

    public Verdicts JudgeRow(string name, int pair, double preference, ShownOrder order)
    {
        _judges.Add(new AnnotatorVerdict { Pair = Pair(pair), Annotator = _vocabulary.Annotators.GetOrAdd(name), Preference = preference, Order = order });
        return this;
    }

    public JudgeEvaluation Evaluate(JudgeEvaluationOptions? options = null)
    {
        VerdictSetBuilder builder = new(_vocabulary);
        builder.Add(_people, VerdictSource.People);
        builder.Add(_judges, VerdictSource.Judge);
        return JudgeEvaluationBuilder.Build(builder.Build(), options ?? new JudgeEvaluationOptions { Replicates = 100 }, CancellationToken.None);
    }

    private Verdicts Add(List<AnnotatorVerdict> rows, string name, int firstPair, double[] preferences)
    {
        int annotator = _vocabulary.Annotators.GetOrAdd(name);
        for (int i = 0; i < preferences.Length; i++)
        {
            rows.Add(new AnnotatorVerdict { Pair = Pair(firstPair + i), Annotator = annotator, Preference = preferences[i] });
        }
        return this;
    }

    // Output_2 is the longer of even pairs, output_1 of odd ones; only output_2 of every pair has a list. Models are m and n.
    private int Pair(int number) => _vocabulary.Pairs.GetOrAdd(new JudgedPair
    {
        Instruction = _vocabulary.Instructions.GetOrAdd($"instruction {number:D3}"),
        Generator1 = _vocabulary.Generators.GetOrAdd("m"),
        Generator2 = _vocabulary.Generators.GetOrAdd("n"),
        Output1Hash = 1,
        Output2Hash = 2,
        Length1 = number % 2 == 0 ? 100 : 200,
        Length2 = number % 2 == 0 ? 200 : 100,
        HasList2 = true,
    });
}
