using Assay.Core.Audits.Calibration;
using Assay.Core.Errors;
using Assay.Statistics.Resampling;

namespace Assay.Core.Tests.Audits;

public sealed class CalibrationAuditTests
{
    private static readonly CalibrationOptions Quick = new() { Simulations = 99 };

    [Fact]
    public void The_example_of_the_documentation_comes_out()
    {
        // docs/calibration-audit.md
        double[] confidences = [0.6, 0.6, 0.6, 0.6, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9];
        bool[] isRight = [true, true, false, false, true, true, true, false, false, false];
        CalibrationReport report = CalibrationAudit.Run(new ConfidenceSample(confidences, isRight, 0), Quick, default);
        Assert.Equal(0.28, report.EqualWidth.Expected.Value!.Value, 1e-12);
        Assert.Equal(0.28, report.Overconfidence.Value!.Value, 1e-12);
        Assert.Equal(0.037, Math.Pow(report.DebiasedError.Value!.Value, 2), 0.0005);
        Assert.Equal(0.35, report.Brier.Value!.Value, 1e-12);
        Assert.Equal((0.1, 0, 0.25), (Math.Round(report.BrierParts.Reliability, 9), Math.Round(report.BrierParts.Resolution, 9), report.BrierParts.Uncertainty));
        Assert.Equal(0.5, report.RocArea.Value!.Value, 1e-12);
    }

    [Fact]
    public void One_answer_has_values_and_reasons()
    {
        CalibrationReport report = CalibrationAudit.Run(new ConfidenceSample([0.7], [true], 2), Quick, default);
        Assert.Null(report.DebiasedError.Value);
        Assert.Equal("one answer does not tell error from noise", report.DebiasedError.Absent);
        Assert.Equal("all answers are right, or all are wrong", report.RocArea.Absent);
        Assert.Null(report.Recalibration);
        Assert.Contains(report.Notes, static note => note.StartsWith("2 rows were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void All_right_and_all_alike_are_said()
    {
        CalibrationReport report = CalibrationAudit.Run(new ConfidenceSample([.. Enumerable.Repeat(0.9, 20)], [.. Enumerable.Repeat(true, 20)], 0), Quick, default);
        Assert.Null(report.RocArea.Value);
        Assert.NotNull(report.Accuracy.Interval);
        Assert.Contains(report.Notes, static note => note.StartsWith("All answers are right", StringComparison.Ordinal));
        Assert.Contains(report.Notes, static note => note.StartsWith("All confidences are equal", StringComparison.Ordinal));
        Assert.NotNull(report.Recalibration!.Methods.Single(static method => method.Method == RecalibrationMethod.Temperature).Absent);
    }

    [Fact]
    public void Certainty_that_is_wrong_has_no_log_loss_and_says_why()
    {
        CalibrationReport report = CalibrationAudit.Run(new ConfidenceSample([1, 0, 1, 0.5], [false, false, true, true], 0), Quick, default);
        Assert.Equal((null, "it is infinite: 1 answers were the contrary of a confidence of 0 or 1"), (report.LogLoss.Value, report.LogLoss.Absent));
    }

    [Fact]
    public void Recalibration_mends_what_is_too_sure_on_the_other_part()
    {
        CalibrationReport report = CalibrationAudit.Run(TooSure(4000), Quick, default);
        Assert.Equal((2000, 2000), (report.Recalibration!.Fitted, report.Recalibration.Judged));
        Assert.All(report.Recalibration.Methods, static method =>
        {
            Assert.True(method.BrierChange!.Interval!.Upper < 0);
            Assert.True(method.Scores!.DebiasedError.Value < 0.04);
        });
        Assert.True(report.Recalibration.Unchanged.DebiasedError.Interval!.Lower > 0.04);
        Assert.Equal(2, report.Recalibration.Methods[0].Parameters[0].Value, 0.25);
    }

    [Fact]
    public void The_parts_of_the_brier_score_and_the_bins_add_up()
    {
        CalibrationReport report = CalibrationAudit.Run(TooSure(500), Quick, default);
        (double reliability, double resolution, double uncertainty, double within) = report.BrierParts;
        Assert.Equal(report.Brier.Value!.Value, reliability - resolution + uncertainty + within, 1e-12);
        Assert.Equal(500, report.Reliability.Sum(static bin => bin.Count));
        Assert.Equal(report.Accuracy.Value!.Value, report.Selective[^1].Accuracy.Value!.Value, 1e-12);
    }

    [Fact]
    public void The_split_follows_the_seed()
    {
        ConfidenceSample sample = TooSure(200);
        double? Brier(ulong seed) => CalibrationAudit.Run(sample, Quick with { Seed = seed }, default).Recalibration!.Unchanged.Brier.Value;
        Assert.Equal(Brier(1), Brier(1));
        Assert.NotEqual(Brier(1), Brier(2));
    }

    [Fact]
    public void Nothing_to_measure_is_a_sentence() => Assert.Equal(
        "There is no answer with both a confidence and an outcome; nothing can be computed.",
        Assert.Throws<InputException>(static () => CalibrationAudit.Run(new ConfidenceSample([], [], 3), Quick, default)).Message);

    [Theory]
    [InlineData("almost certain", 0.95)]
    [InlineData("I am  Almost CERTAIN of it.", 0.95)]
    [InlineData("I estimate a 30 % chance", 0.3)]
    [InlineData("12.5% likely", 0.125)]
    [InlineData("about 80 percent", 0.8)]
    [InlineData("highly unlikely", 0.05)]
    [InlineData("probably not", 0.25)]
    [InlineData("It is not likely", 0.2)]
    [InlineData("likely, very likely", null)]
    [InlineData("not certain", null)]
    [InlineData("it isn't very likely", null)]
    [InlineData("between 20 % and 30 %", null)]
    [InlineData("130 %", null)]
    [InlineData("who knows", null)]
    [InlineData("", null)]
    public void Words_are_read_by_the_table_or_not_at_all(string text, double? expected) => Assert.Equal(expected, ConfidencePhrases.Usual.Read(text));

    [Fact]
    public void A_table_of_ones_own_replaces_the_usual_one()
    {
        ConfidencePhrases own = new([("Pretty  sure", 0.7)]);
        Assert.Equal((0.7, null), (own.Read("I'm pretty sure"), own.Read("almost certain")));
        Assert.Throws<ArgumentException>(static () => new ConfidencePhrases([("a", 0.1), ("A ", 0.2)]));
        Assert.Throws<ArgumentException>(static () => new ConfidencePhrases([("a", 1.1)]));
        Assert.Throws<ArgumentException>(static () => new ConfidencePhrases([]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.01)]
    public void A_sample_holds_probabilities_only(double confidence) => Assert.Throws<ArgumentException>(() => new ConfidenceSample([confidence], [true], 0));

    // Log-odds twice as far from 0 as they should be.
    private static ConfidenceSample TooSure(int count)
    {
        RandomStream random = new(7, 0);
        double[] odds = [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextGaussian())];
        return new ConfidenceSample(
            [.. odds.Select(static odd => 1 / (1 + Math.Exp(-2 * odd)))], [.. odds.Select(odd => random.NextDouble() < 1 / (1 + Math.Exp(-odd)))], 0);
    }
}
