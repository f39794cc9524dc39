using Assay.Core.Errors;
using Assay.Core.People;
using Assay.Core.Simulation;

namespace Assay.Core.Tests.Simulation;

public class SimulatedAnnotatorsTests
{
    private const int Pairs = 4000;

    [Fact]
    public void Without_flips_a_pool_of_one_says_what_its_member_said()
    {
        VerdictSet set = SimulatedAnnotators.AddTo(World(), [Pool("pool", 0, 3, "up")], 1);
        Assert.Equal(3 * Pairs, Of(set, "pool").Count);
        Assert.All(Of(set, "pool"), static verdict => Assert.Equal(1, verdict.Preference));
    }

    [Fact]
    public void Labels_are_flipped_as_often_as_said()
    {
        VerdictSet set = SimulatedAnnotators.AddTo(World(), [Pool("pool", 0.25, 2, "up")], 1);
        Assert.Equal(0.75, Of(set, "pool").Average(static verdict => verdict.Preference), 0.02);
    }

    [Fact]
    public void Members_are_drawn_equally_often()
    {
        VerdictSet set = SimulatedAnnotators.AddTo(World(), [Pool("pool", 0, 2, "up", "down")], 1);
        Assert.Equal(0.5, Of(set, "pool").Average(static verdict => verdict.Preference), 0.02);
    }

    [Fact]
    public void Ties_stay_ties_and_unparsed_verdicts_unparsed()
    {
        VerdictSet set = SimulatedAnnotators.AddTo(World(), [Pool("ties", 1, 1, "tie"), Pool("none", 1, 1, "silent")], 1);
        Assert.All(Of(set, "ties"), static verdict => Assert.Equal(0.5, verdict.Preference));
        Assert.All(Of(set, "none"), static verdict => Assert.False(verdict.IsParsed));
    }

    [Fact]
    public void What_people_and_judges_said_is_kept_under_their_names()
    {
        VerdictSet before = World(), after = SimulatedAnnotators.AddTo(before, [Pool("a pool", 0.4, 2, "up")], 1);
        Assert.Equal(Named(before, before.People), Named(after, after.People));
        Assert.Equal(Named(before, before.Judges), Named(after, after.Judges).Where(static row => row.Name != "a pool"));
        Assert.Equal(after.Annotators.Order(StringComparer.Ordinal), after.Annotators);
    }

    [Fact]
    public void A_further_pool_changes_no_other()
    {
        SimulatedPool first = Pool("first", 0.3, 2, "up");
        VerdictSet alone = SimulatedAnnotators.AddTo(World(), [first], 7), both = SimulatedAnnotators.AddTo(World(), [first, Pool("second", 0.3, 2, "down")], 7);
        Assert.Equal(Of(alone, "first").Select(static verdict => verdict.Preference), Of(both, "first").Select(static verdict => verdict.Preference));
    }

    [Fact]
    public void A_member_that_nobody_recorded_gets_the_nearest_name()
    {
        InputException error = Assert.Throws<InputException>(() => SimulatedAnnotators.AddTo(World(), [Pool("pool", 0, 1, "dwn")], 1));
        Assert.Contains("did you mean 'down'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_with_the_name_of_an_annotator_is_refused() =>
        Assert.Throws<InputException>(() => SimulatedAnnotators.AddTo(World(), [Pool("person", 0, 1, "up")], 1));

    private static SimulatedPool Pool(string name, double flips, int annotators, params string[] members) =>
        new() { Name = name, Members = [.. members], FlipProbability = flips, Annotators = annotators };

    private static List<AnnotatorVerdict> Of(VerdictSet set, string judge) => [.. set.Judges.Where(verdict => set.Annotators[verdict.Annotator] == judge)];

    private static IEnumerable<(int Pair, string Name, double Preference)> Named(VerdictSet set, IEnumerable<AnnotatorVerdict> verdicts) =>
        verdicts.Select(verdict => (verdict.Pair, set.Annotators[verdict.Annotator], verdict.Preference));

    private static VerdictSet World() => new()
    {
        Instructions = [.. Enumerable.Range(0, Pairs).Select(static i => $"{i:D5}")],
        Datasets = [],
        Generators = ["a", "b"],
        Annotators = ["down", "person", "silent", "tie", "up"],
        Pairs = [.. Enumerable.Range(0, Pairs).Select(static i => new JudgedPair { Instruction = i, Generator1 = 0, Generator2 = 1 })],
        People = [.. Enumerable.Range(0, Pairs).Select(static i => new AnnotatorVerdict { Pair = i, Annotator = 1, Preference = i % 2 })],
        Judges =
        [
            .. Enumerable.Range(0, Pairs).SelectMany(static i => new AnnotatorVerdict[]
            {
                new() { Pair = i, Annotator = 0, Preference = 0 },
                new() { Pair = i, Annotator = 2, Preference = double.NaN },
                new() { Pair = i, Annotator = 3, Preference = 0.5 },
                new() { Pair = i, Annotator = 4, Preference = 1 },
            }),
        ],
    };
}
