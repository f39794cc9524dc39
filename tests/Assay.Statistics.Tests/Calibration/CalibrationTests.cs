using System.Globalization;
using System.Text.Json;
using Assay.Statistics.Calibration;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Calibration;

public sealed class CalibrationTests
{
    private const string File = "calibration.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "ECE with 5 equal-width", "ECE with 10 equal-width")]
    public void Equal_width_bins_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        CalibrationError error = CalibrationError.EqualWidth(Probabilities(entry), Labels(entry), entry.Input.GetProperty("bins").GetInt32())!;
        Assert.Equal(entry.Expected.GetProperty("ece").GetDouble(), error.Expected, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("mce").GetDouble(), error.Maximum, entry.Tolerance);
        Assert.All(ReferenceEntry.Matrix(entry.Expected.GetProperty("bins_count_confidence_accuracy")).Zip(error.Bins), pair =>
        {
            Assert.Equal(pair.First[0], pair.Second.Count);
            Assert.Equal(pair.First[1], pair.Second.MeanProbability, entry.Tolerance);
            Assert.Equal(pair.First[2], pair.Second.ShareTrue, entry.Tolerance);
        });
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "ECE with 3 equal-count", "ECE with 4 equal-count")]
    public void Equal_count_bins_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        CalibrationError error = CalibrationError.EqualCount(Probabilities(entry), Labels(entry), entry.Input.GetProperty("bins").GetInt32())!;
        Assert.Equal(entry.Expected.GetProperty("ece").GetDouble(), error.Expected, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "ECE with values on bin edges")]
    public void Probabilities_on_borders_go_where_the_reference_puts_them(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        foreach ((string key, BinEdge edge) in new[] { ("right_closed", BinEdge.RightClosed), ("left_closed", BinEdge.LeftClosed) })
        {
            CalibrationError error = CalibrationError.EqualWidth(Probabilities(entry), Labels(entry), entry.Input.GetProperty("bins").GetInt32(), edge)!;
            JsonElement expected = entry.Expected.GetProperty(key);
            Assert.Equal(expected.GetProperty("ece").GetDouble(), error.Expected, entry.Tolerance);
            Assert.All(error.Bins, bin => Assert.Equal(expected.GetProperty("counts").GetProperty($"{bin.Index}").GetInt32(), bin.Count));
        }
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "Brier score and log loss")]
    public void Brier_score_and_log_loss_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        Assert.Equal(entry.Expected.GetProperty("brier").GetDouble(), BrierScore.Of(Probabilities(entry), Labels(entry))!.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("log_loss_nats").GetDouble(), LogLoss.Of(Probabilities(entry), Labels(entry))!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "Brier decomposition")]
    public void The_brier_scores_parts_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        BrierParts parts = BrierScore.Parts(Probabilities(entry), Labels(entry))!;
        double[] actual = [parts.Score, parts.Reliability, parts.Resolution, parts.Uncertainty];
        Assert.All(entry.Expected.EnumerateObject().Zip(actual), pair => Assert.Equal(pair.First.Value.GetDouble(), pair.Second, entry.Tolerance));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "multi-class Brier")]
    public void Several_classes_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        double[][] probabilities = ReferenceEntry.Matrix(entry.Input.GetProperty("probabilities"));
        int[] classes = [.. ReferenceEntry.Numbers(entry.Input.GetProperty("labels")).Select(static label => (int)label)];
        Assert.Equal(entry.Expected.GetProperty("brier_sum_over_classes").GetDouble(), BrierScore.OfClasses(probabilities, classes)!.Value, entry.Tolerance);
        double[] top = [.. probabilities.Select(static forecast => forecast.Max())];
        bool[] right = [.. probabilities.Zip(classes, static (forecast, one) => Array.IndexOf(forecast, forecast.Max()) == one)];
        CalibrationError error = CalibrationError.EqualWidth(top, right, entry.Input.GetProperty("bins").GetInt32())!;
        Assert.Equal(entry.Expected.GetProperty("top_label_ece_right_closed").GetDouble(), error.Expected, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "AUROC")]
    public void The_area_under_the_roc_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        double expected = ReferenceEntry.Number(entry.Expected.GetProperty("auroc"));
        double? area = Discrimination.AreaUnderRoc(Scores(entry), Labels(entry));
        if (double.IsNaN(expected)) Assert.Null(area);
        else Assert.Equal(expected, area!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "average precision")]
    public void Average_precision_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        Assert.Equal(entry.Expected.GetProperty("average_precision").GetDouble(), Discrimination.AveragePrecision(Scores(entry), Labels(entry))!.Value,
            entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "isotonic")]
    public void Isotonic_regression_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        double[] fitted = IsotonicRegression.Fit(Numbers(entry, "x"), Numbers(entry, "y"), Numbers(entry, "weights"));
        Assert.All(ReferenceEntry.Numbers(entry.Expected.GetProperty("fitted")).Zip(fitted), pair => Assert.Equal(pair.First, pair.Second, entry.Tolerance));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "temperature")]
    public void The_temperature_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        TemperatureScaling fit = TemperatureScaling.Fit(Numbers(entry, "logits"), Labels(entry))!;
        Assert.Equal(entry.Expected.GetProperty("temperature").GetDouble(), fit.Temperature, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("nll_sum").GetDouble(), fit.LogLoss, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "selective accuracy")]
    public void Selective_accuracy_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        SelectiveAccuracy curve = new(Numbers(entry, "confidence"), Booleans(entry, "correct"));
        Assert.Equal(entry.Expected.GetProperty("aurc").GetDouble(), curve.RiskArea, entry.Tolerance);
        Assert.All(entry.Expected.GetProperty("accuracy_at_coverage").EnumerateObject(), point =>
            Assert.Equal(point.Value.GetDouble(), curve.AtCoverage(double.Parse(point.Name, CultureInfo.InvariantCulture)), entry.Tolerance));
    }

    [Fact]
    public void Nothing_depends_on_the_order_of_the_items() => Prop.ForAll(Forecasts, static items =>
    {
        (double, bool)[] turned = [.. items.Reverse()];
        return Math.Abs(Summary(items) - Summary(turned)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_bin_holds_the_distance_of_the_means() => Prop.ForAll(Forecasts, static items =>
        CalibrationError.EqualCount(P(items), Y(items), 1)!.Expected is var error
        && Math.Abs(error - Math.Abs(P(items).Average() - Y(items).Average(static y => y ? 1.0 : 0))) < 1e-12
        && Math.Abs(CalibrationError.EqualWidth(P(items), Y(items), 1)!.Expected - error) < 1e-12)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_parts_of_the_brier_score_add_up() => Prop.ForAll(Forecasts, static items =>
        Math.Abs(BrierScore.Parts(P(items), Y(items))!.Score - BrierScore.Of(P(items), Y(items))!.Value) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_classes_score_twice_one_event() => Prop.ForAll(Forecasts, static items =>
        Math.Abs(BrierScore.OfClasses([.. P(items).Select(static p => new[] { 1 - p, p })], [.. Y(items).Select(static y => y ? 1 : 0)])!.Value
            - 2 * BrierScore.Of(P(items), Y(items))!.Value) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_the_scores_round_turns_the_area_round() => Prop.ForAll(Forecasts, static items =>
        Discrimination.AreaUnderRoc(P(items), Y(items)) is not { } area
        || Math.Abs(area + Discrimination.AreaUnderRoc([.. P(items).Select(static p => -p)], Y(items))!.Value - 1) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void The_isotonic_fit_never_falls_and_keeps_the_mean() => Prop.ForAll(Samples.Pairs(1, 15), static pair =>
    {
        double[] fitted = IsotonicRegression.Fit(pair.First, pair.Second);
        (double X, double Y)[] sorted = [.. pair.First.Zip(fitted).OrderBy(static item => item.First)];
        return sorted.Zip(sorted.Skip(1)).All(static next => next.First.Y <= next.Second.Y + 1e-12)
            && Math.Abs(fitted.Average() - pair.Second.Average()) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scaled_logits_have_a_scaled_temperature() =>
        Assert.Equal(3 * TemperatureScaling.Fit([2, -1, 1, -0.5], [true, false, false, false])!.Temperature,
            TemperatureScaling.Fit([6, -3, 3, -1.5], [true, false, false, false])!.Temperature, 1e-9);

    [Fact]
    public void Logits_that_part_the_outcomes_or_point_the_wrong_way_have_no_temperature()
    {
        Assert.Null(TemperatureScaling.Fit([1, -1], [true, false]));
        Assert.Null(TemperatureScaling.Fit([1, -1], [false, true]));
        Assert.Null(TemperatureScaling.Fit([0, 0], [true, false]));
        Assert.Null(TemperatureScaling.Fit([], []));
    }

    [Fact]
    public void No_items_have_no_scores()
    {
        Assert.Null(CalibrationError.EqualWidth([], [], 10));
        Assert.Null(CalibrationError.EqualCount([], [], 10));
        Assert.Null(BrierScore.Of([], []));
        Assert.Null(LogLoss.Of([], []));
        Assert.Null(Discrimination.AveragePrecision([], []));
        Assert.Throws<ArgumentException>(() => new SelectiveAccuracy([], []));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_probability_is_refused(double probability) =>
        Assert.Throws<ArgumentException>(() => CalibrationError.EqualWidth([probability], [true], 10));

    [Fact]
    public void More_bins_than_items_are_left_out() => Assert.Equal(2, CalibrationError.EqualCount([0.1, 0.9], [false, true], 5)!.Bins.Count);

    private static double Summary((double P, bool Y)[] items) =>
        CalibrationError.EqualCount(P(items), Y(items), 3)!.Expected + 2 * new SelectiveAccuracy(P(items), Y(items)).Area
        + 4 * new SelectiveAccuracy(P(items), Y(items)).AtCoverage(0.5) + 8 * (Discrimination.AveragePrecision(P(items), Y(items)) ?? 0);

    private static Arbitrary<(double P, bool Y)[]> Forecasts =>
        (from length in Gen.Choose(1, 20)
         from items in (from p in Gen.Choose(0, 10) from y in Gen.Elements(true, false) select (p / 10.0, y)).ArrayOf(length)
         select items).ToArbitrary();

    private static double[] P((double P, bool Y)[] items) => [.. items.Select(static item => item.P)];

    private static bool[] Y((double P, bool Y)[] items) => [.. items.Select(static item => item.Y)];

    private static double[] Probabilities(ReferenceEntry entry) => Numbers(entry, "probabilities");

    private static double[] Scores(ReferenceEntry entry) => Numbers(entry, "scores");

    private static double[] Numbers(ReferenceEntry entry, string field) => ReferenceEntry.Numbers(entry.Input.GetProperty(field));

    private static bool[] Labels(ReferenceEntry entry) => Booleans(entry, "labels");

    private static bool[] Booleans(ReferenceEntry entry, string field) => [.. Numbers(entry, field).Select(static label => label == 1)];
}
