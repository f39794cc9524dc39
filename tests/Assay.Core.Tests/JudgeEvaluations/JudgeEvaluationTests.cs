using Assay.Core.Errors;
using Assay.Core.JudgeEvaluations;
using Assay.Core.People;
using Assay.Statistics.Estimation;
using Assay.TestSupport;

namespace Assay.Core.Tests.JudgeEvaluations;

public class JudgeEvaluationTests
{
    [Fact]
    public void A_judge_that_says_what_everybody_says_agrees_entirely()
    {
        AnnotatorFigures judge = Assert.Single(new Verdicts().Person("a", 0, 1, 0.5).Person("b", 0, 1, 0.5).Judge("j", 0, 1, 0.5).Evaluate().Judges);

        Assert.Equal((1.0, 1.0, 0.0), (Value(judge.ZeroOne.LeaveOneOut), Value(judge.ZeroOne.AgainstAll), Value(judge.ZeroOne.Bias)));
        Assert.Equal((1.0, 1.0), (Value(judge.Classification!.Accuracy), Value(judge.Classification.MacroF1)));
    }

    [Fact]
    public void An_unparsed_verdict_is_a_row_of_its_own_and_never_right()
    {
        ClassificationFigures figures = new Verdicts().Person("a", 0, 1).Judge("j", 0, double.NaN).Evaluate().Judges[0].Classification!;

        Assert.Equal(1, figures.Table[ClassificationFigures.Unparsed, 1]);
        Assert.Equal((0.5, 1.0), (Value(figures.Accuracy), Value(figures.ParsedAccuracy)));
    }

    [Fact]
    public void A_tied_mode_counts_for_each_side_in_equal_parts()
    {
        JudgeEvaluation evaluation = new Verdicts().Person("a", 0).Person("b", 1).Judge("j", 1).Evaluate();

        Assert.Equal((0.5, 0.5, 0.0), evaluation.Modes);
        Assert.Equal(0.5, Value(evaluation.Judges[0].Classification!.Accuracy));
    }

    [Fact]
    public void Repeats_give_a_judge_a_variance()
    {
        AnnotatorFigures judge = new Verdicts().Person("a", 0, 1).Judge("j", 0, 1).Judge("j", 1, 1).Evaluate().Judges[0];

        Assert.Equal(0.5, Value(judge.ZeroOne.Variance));
        Assert.Equal(4, judge.Rows);
    }

    [Fact]
    public void People_who_never_overlap_have_no_agreement_and_the_reason()
    {
        JudgeEvaluation evaluation = new Verdicts().Person("a", 0, 1).PersonFrom("b", 2, 0, 1).Judge("j", 0, 1, 0, 0).Evaluate();

        Assert.All(
            [evaluation.FleissKappa, evaluation.NominalAlpha, evaluation.People.ZeroOne.LeaveOneOut],
            figure => Assert.Equal((null, "no two people judged the same pair"), (figure.Estimate, figure.Absent)));
        Assert.Equal("they judged no pair in common", evaluation.RaterPairs[0].Kappa.Absent);
        Assert.Equal(0.75, Value(evaluation.Judges[0].ZeroOne.AgainstAll));
        Assert.Contains(evaluation.Notes, note => note.Contains("No two people", StringComparison.Ordinal));
    }

    [Fact]
    public void A_person_with_one_pair_has_a_note()
    {
        JudgeEvaluation evaluation = new Verdicts().Person("a", 0, 1, 1).Person("b", 0).Evaluate();

        Assert.Contains("One pair only was judged by b: a share of one pair has no use.", evaluation.Notes);
    }

    [Fact]
    public void A_judge_of_none_of_peoples_pairs_is_refused()
    {
        string error = Assert.Throws<InputException>(() => new Verdicts().Person("a", 0, 1).JudgeFrom("j", 5, 0).Evaluate()).Message;

        Assert.StartsWith("The judge j judged none of the 2 pairs that people judged", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judge_of_none_of_peoples_pairs_beside_another_is_a_note()
    {
        JudgeEvaluation evaluation = new Verdicts().Person("a", 0, 1).JudgeFrom("j", 5, 0).Judge("k", 0, 1).Evaluate();

        Assert.Contains("j judged none of the 2 pairs that people judged, so nothing is known of it.", evaluation.Notes);
        Assert.NotNull(evaluation.Judges[0].ZeroOne.AgainstAll.Absent);
    }

    [Fact]
    public void Files_without_a_persons_verdict_are_refused()
    {
        Assert.Throws<InputException>(() => new Verdicts().Person("a", double.NaN).Evaluate());
    }

    [Fact]
    public void What_a_judge_likes_is_counted_where_one_output_has_it()
    {
        // Output_2 is the longer of even pairs, and always the one with a list.
        AnnotatorFigures judge = new Verdicts().Person("a", 1, 1, 1, 1).Judge("j", 1, 0, 1, 1).Evaluate().Judges[0];

        Assert.Equal(0.75, Value(Of(judge, LikedFeature.Longer).Share));
        Assert.Equal(0.75, Value(Of(judge, LikedFeature.List).Share));
        Assert.Equal((0.5, 1.0), (Value(Of(judge, LikedFeature.Longer).PeoplesShare), Value(Of(judge, LikedFeature.List).PeoplesShare)));
    }

    [Fact]
    public void Ties_say_nothing_of_what_is_liked()
    {
        AnnotatorFigures judge = new Verdicts().Person("a", 1, 1).Judge("j", 0.5, 0).Evaluate().Judges[0];

        Assert.Equal(1, Of(judge, LikedFeature.Longer).Share.Estimate!.Count);
    }

    [Fact]
    public void The_first_place_is_liked_where_the_order_is_recorded()
    {
        AnnotatorFigures judge = new Verdicts().Person("a", 1, 1, 0).JudgeRow("j", 0, 1, ShownOrder.Output2First).JudgeRow("j", 1, 1, ShownOrder.Output1First)
            .JudgeRow("j", 2, 0, ShownOrder.Output1First).Evaluate().Judges[0];

        Assert.Equal(2.0 / 3, Value(Of(judge, LikedFeature.ShownFirst).Share), 1e-12);
    }

    [Fact]
    public void The_own_family_is_liked_where_it_is_given()
    {
        Dictionary<string, string> families = new() { ["j"] = "n's", ["n"] = "n's", ["m"] = "other" };
        JudgeEvaluationOptions options = new() { Families = families, Replicates = 100 };
        AnnotatorFigures judge = new Verdicts().Person("a", 1, 0).Judge("j", 1, 1).Evaluate(options).Judges[0];

        Assert.Equal((1.0, 0.5), (Value(Of(judge, LikedFeature.OwnFamily).Share), Value(Of(judge, LikedFeature.OwnFamily).PeoplesShare)));
    }

    [Fact]
    public void Length_that_only_follows_quality_is_not_liked_once_quality_is_controlled()
    {
        // The judge picks the longer exactly as often as people's preference says it is better.
        Verdicts verdicts = new();
        double[] people = [.. Enumerable.Range(0, 400).Select(i => LongerIsBetter(i) ? Side(i) : 1 - Side(i))];
        verdicts.Person("a", people).Person("b", people);
        verdicts.Judge("j", [.. people.Select((preference, i) => i % 5 == 0 ? 1 - preference : preference)]);

        Liking liking = Of(verdicts.Evaluate().Judges[0], LikedFeature.Longer);

        Assert.True(Value(liking.Share) > 0.6);
        Assert.True(liking.Controlled.Estimate!.Interval!.Contains(0.5));

        static bool LongerIsBetter(int i) => i % 7 is not (0 or 1);
        static double Side(int i) => i % 2 == 0 ? 1 : 0;
    }

    [Fact]
    public void Prices_and_durations_come_from_the_run_where_rows_say_nothing()
    {
        JudgeEvaluationOptions options = new() { RunCosts = new Dictionary<string, RunCost> { ["j"] = new(4, 0.02, 8) }, Replicates = 100 };
        AnnotatorFigures judge = new Verdicts().Person("a", 1, 0).Judge("j", 1, 1).Evaluate(options).Judges[0];

        Assert.Equal((5.0, 2000.0), (Value(judge.PricePerThousand), Value(judge.SecondsPerThousand)));
    }

    [Fact]
    public void Exchanging_sides_changes_no_agreement()
    {
        double[][] votes = [[0, 1, 0.5, 1], [0, 0, 1, 1], [1, 1, 0.5, 0]];
        JudgeEvaluation plain = new Verdicts().Person("a", votes[0]).Person("b", votes[1]).Judge("j", votes[2]).Evaluate();
        JudgeEvaluation turned = new Verdicts().Person("a", Turn(votes[0])).Person("b", Turn(votes[1])).Judge("j", Turn(votes[2])).Evaluate();

        Assert.Equal(plain.Judges[0].ZeroOne, turned.Judges[0].ZeroOne);
        Assert.Equal(Value(plain.NominalAlpha), Value(turned.NominalAlpha), 1e-12);
        Assert.Equal(Value(plain.Judges[0].Classification!.MacroF1), Value(turned.Judges[0].Classification!.MacroF1), 1e-12);

        static double[] Turn(double[] preferences) => Array.ConvertAll(preferences, preference => 1 - preference);
    }

    [Fact]
    public void The_worked_example_of_the_documentation_holds()
    {
        Verdicts people = new Verdicts().Person("ann", 0, 1, 1, 0.5).Person("bob", 0, 1, 0, 0.5).Person("cy", 0, 1, 1, 1);
        JudgeEvaluation evaluation = people.Judge("judge", 0, 1, 0, 0.5).Evaluate();
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "agreement.md"));

        (string Label, Figure Figure)[] lines =
        [
            ("people, leave one out", evaluation.People.ZeroOne.LeaveOneOut), ("judge, leave one out", evaluation.Judges[0].ZeroOne.LeaveOneOut),
            ("judge, against all", evaluation.Judges[0].ZeroOne.AgainstAll), ("Cohen's kappa of ann and bob", evaluation.RaterPairs[0].Kappa),
            ("Fleiss' kappa", evaluation.FleissKappa), ("nominal alpha", evaluation.NominalAlpha), ("interval alpha", evaluation.IntervalAlpha),
        ];
        Assert.All(lines, line => Assert.Contains(FormattableString.Invariant($"{line.Label}: {Value(line.Figure):0.0000}"), page, StringComparison.Ordinal));
    }

    private static Liking Of(AnnotatorFigures figures, LikedFeature feature) => figures.Likings.Single(liking => liking.Feature == feature);

    private static double Value(Figure figure)
    {
        Estimate estimate = Assert.IsType<Estimate>(figure.Estimate);
        return estimate.Value;
    }
}
