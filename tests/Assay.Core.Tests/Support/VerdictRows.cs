using Assay.Core.People;

namespace Assay.Core.Tests.Support;

/// <summary>Small sets of verdicts, written by name.</summary>
internal sealed class VerdictRows
{
    private readonly VerdictVocabulary _vocabulary = new();
    private readonly List<AnnotatorVerdict> _people = [];
    private readonly List<AnnotatorVerdict> _judges = [];

    public VerdictRows Person(string person, string instruction, string first, string second, double preference, string dataset = "d", int occurrence = 0)
    {
        _people.Add(Verdict(person, instruction, first, second, preference, dataset, occurrence));
        return this;
    }

    public VerdictRows Judge(string judge, string instruction, string first, string second, double preference, int occurrence = 0)
    {
        _judges.Add(Verdict(judge, instruction, first, second, preference, "d", occurrence));
        return this;
    }

    public VerdictSet Build()
    {
        VerdictSetBuilder builder = new(_vocabulary);
        builder.Add(_people, VerdictSource.People);
        builder.Add(_judges, VerdictSource.Judge);
        return builder.Build();
    }

    private AnnotatorVerdict Verdict(string annotator, string instruction, string first, string second, double preference, string dataset, int occurrence) => new(
        )
    {
        Pair = _vocabulary.Pairs.GetOrAdd(new JudgedPair
        {
            Instruction = _vocabulary.Instructions.GetOrAdd(instruction),
            Dataset = _vocabulary.Datasets.GetOrAdd(dataset),
            Generator1 = _vocabulary.Generators.GetOrAdd(first),
            Generator2 = _vocabulary.Generators.GetOrAdd(second),
            Output1Hash = Hash(first, instruction, 0),
            Output2Hash = Hash(second, instruction, occurrence),
            Length1 = 10 + instruction.Length,
            Length2 = 10 + second.Length + occurrence,
        }),
        Annotator = _vocabulary.Annotators.GetOrAdd(annotator),
        Preference = preference,
    };

    private static ulong Hash(string model, string instruction, int occurrence) =>
        $"{model}/{instruction}/{occurrence}".Aggregate(17UL, (hash, letter) => unchecked(hash * 31 + letter));
}
