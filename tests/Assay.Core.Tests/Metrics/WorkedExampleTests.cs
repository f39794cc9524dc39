using System.Globalization;
using Assay.Core.Metrics.Answers;
using Assay.Core.Metrics.Bias;
using Assay.Core.Metrics.InstructionFollowing;
using Assay.Core.Metrics.Matching;
using Assay.Core.Metrics.Mathematics;
using Assay.Core.Metrics.Perturbations;
using Assay.Core.Metrics.Reduction;
using Assay.Core.Metrics.TextOverlap;
using Assay.Core.Metrics.WinRates;
using Assay.Statistics.Calibration;
using Assay.Statistics.Resampling;
using Assay.TestSupport;

namespace Assay.Core.Tests.Metrics;

/// <summary>The worked examples of the documentation: what they say is worked out here, and must stand in the page.</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void Reading_an_answer()
    {
        string? answer = new AnswerAfterPhrase("answer is ") { DropsFinalStop = true }.Read("So 6 * 7 = 42. The answer is 41. No: the answer is 42.").Text;
        Says("metrics.md", $"the phrase `answer is ` reads `{answer}`");
    }

    [Fact]
    public void Matching_an_answer()
    {
        Assert.True(TextMatch.QuasiExact("The Eiffel  Tower!", "eiffel tower"));
        Says("metrics.md", $"are quasi-exactly equal; their F1 of sets is {TokenF1.OfSets("The Eiffel  Tower!", "eiffel tower")}.");
    }

    [Fact]
    public void Reducing_repeats()
    {
        Says("metrics.md", $"pass@1 = {Combinations.PassAt(10, 3, 1):0.####}, pass@5 = {Combinations.PassAt(10, 3, 5):0.####}, ");
        Says("metrics.md", $"pass^2 = {Combinations.PassAll(10, 3, 2):0.####}.");
    }

    [Fact]
    public void Scoring_a_text()
    {
        const string gold = "The quick brown fox jumps over the lazy dog", prediction = "The quick brown dog jumps on the log.";
        Says("text-metrics.md", $"ROUGE-1 F1 {Rouge.N(gold, prediction, 1).F1:F4}, ROUGE-2 F1 {Rouge.N(gold, prediction, 2).F1:F4}, ");
        Says("text-metrics.md", $"ROUGE-L F1 {Rouge.L(gold, prediction).F1:F4}, chrF2 {ChrF.Sentence([gold], prediction):F4}, ");
        Says("text-metrics.md", $"sentence BLEU {Bleu.Sentence([gold], prediction):F4}.");
    }

    [Theory]
    [InlineData(@"\frac{6\sqrt{1789-240\sqrt{21}}+8\sqrt{1236-240\sqrt{21}}}{5}", @"96-10\sqrt{21}", true)]
    [InlineData("2^{2025}", "3^{2025}", false)]
    [InlineData("(1,2)", "12", false)]
    public void Comparing_mathematics(string output, string target, bool isSame)
    {
        Assert.Equal(isSame, MathEquivalence.AreEquivalent(output, target));
        Says("math-equivalence.md", $"`{output}` is {(isSame ? "" : "not ")}`{target}`");
    }

    [Fact]
    public void Measuring_calibration()
    {
        double[] p = [0.9, 0.9, 0.6, 0.6];
        bool[] right = [true, true, true, false];
        Says("calibration.md", $"ECE with 10 bins {CalibrationError.EqualWidth(p, right, 10)!.Expected:0.####}, Brier {BrierScore.Of(p, right):0.####}, ");
        Says("calibration.md",
            $"AUROC {Discrimination.AreaUnderRoc(p, right):0.####}, accuracy at half coverage {new SelectiveAccuracy(p, right).AtCoverage(0.5):0.####}.");
    }

    [Fact]
    public void Following_an_instruction_loosely()
    {
        InstructionEvaluation result = InstructionEvaluation.Of([new JsonFormat()], "Here you are:\n*\"{}\"*");
        Assert.Equal((false, true), (result.FollowsAllStrictly, result.FollowsAllLoosely));
        Says("instruction-following.md", $"`Here you are:` and on the next line `*\"{{}}\"*`");
    }

    [Fact]
    public void Perturbing_a_text()
    {
        string contracted = new ContractionPerturbation(isExpanding: false).Apply("She is a doctor, and I am a student", new RandomStream(1, 0));
        Says("perturbations.md", $"`She is a doctor, and I am a student` contracted is `{contracted}`.");
    }

    [Fact]
    public void Scoring_bbq()
    {
        BbqItem item = new([new("a", "old", "a"), new("b", "nonOld", "b"), new("c", "unknown", "c")], ["old"], 1, isAmbiguous: false, isNegative: true);
        Says("bias.md", $"bias 2 · 2/3 - 1 = {BbqScore.Of([(item, 0), (item, 0), (item, 1), (item, 2), (item, null)]).Bias:F4}.");
    }

    [Fact]
    public void Ranking_models_over_scenarios()
    {
        double?[] rates = MeanWinRate.Of([new([1, 2, 3, 4], false), new([4, 1, 3, 2], true), new([1, 1, 2, 2], false)]);
        Says("mean-win-rate.md", $"mean win rates {rates[0]:F4}, {rates[1]:F4}, {rates[2]:F4}, {rates[3]:F4}.");
    }

    private static void Says(string page, FormattableString text) =>
        Assert.Contains(text.ToString(CultureInfo.InvariantCulture), File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", page)),
            StringComparison.Ordinal);
}
