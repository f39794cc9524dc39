using Assay.Statistics.Calibration;
using Assay.Statistics.Estimation;
using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Calibration;

public sealed class CalibrationUncertaintyTests
{
    [Fact]
    public void The_debiased_error_of_two_bins_equals_a_hand_calculation()
    {
        // Bins 0.2 with 1 of 4 right, and 0.8 with 2 of 4: 0.5 (0.05^2 - 0.1875 / 3) + 0.5 (0.3^2 - 0.25 / 3).
        DebiasedCalibrationError error = DebiasedCalibrationError.Of(
            [0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8], [true, false, false, false, true, true, false, false], 2, 0.95)!;
        Assert.Equal(0.5 * (0.0025 - 0.0625) + 0.5 * (0.09 - 0.25 / 3), error.Squared, 1e-12);
        Assert.Equal(0, error.Value);
        Assert.Equal([4, 4], error.Bins.Select(static bin => bin.Count));
    }

    [Fact]
    public void On_average_the_debiased_square_is_the_true_one()
    {
        double sum = 0;
        const int Worlds = 4000;
        for (int world = 0; world < Worlds; world++)
        {
            RandomStream random = new(5, (ulong)world);
            double[] forecasts = [.. Enumerable.Range(0, 40).Select(static i => i < 20 ? 0.3 : 0.9)];
            bool[] outcomes = [.. forecasts.Select(forecast => random.NextDouble() < forecast - 0.1)];
            sum += DebiasedCalibrationError.Of(forecasts, outcomes, 2, 0.95)!.Squared;
        }
        Assert.Equal(0.01, sum / Worlds, 0.001);
    }

    [Fact]
    public void Equal_forecasts_share_a_bin_and_every_bin_has_two_items() => Prop.ForAll(Forecasts, Gen.Choose(1, 12).ToArbitrary(), static (items, bins) =>
    {
        if (items.Length < 2) return DebiasedCalibrationError.Of(P(items), Y(items), bins, 0.9) is null;
        DebiasedCalibrationError error = DebiasedCalibrationError.Of(P(items), Y(items), bins, 0.9)!;
        return error.Bins.All(static bin => bin.Count >= 2) && error.Bins.Sum(static bin => bin.Count) == items.Length
            && error.Bins.Zip(error.Bins.Skip(1)).All(static next => next.First.MeanProbability < next.Second.MeanProbability)
            && error.Bins.Count <= Math.Min(bins, items.Select(static item => item.P).Distinct().Count())
            && error.Interval.Lower >= 0 && error.Interval.Upper is > 0 and <= 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_items_does_not_matter() => Prop.ForAll(Forecasts, static items =>
    {
        (double, bool)[] turned = [.. items.Reverse()];
        return Near(DebiasedCalibrationError.Of(P(items), Y(items), 4, 0.9)?.Interval, DebiasedCalibrationError.Of(P(turned), Y(turned), 4, 0.9)?.Interval)
            && Near(RocAreaEstimate.Of(P(items), Y(items), 0.9)?.Interval, RocAreaEstimate.Of(P(turned), Y(turned), 0.9)?.Interval)
            && Near(SelectiveAreaEstimate.Of(P(items), Y(items), 0.9)?.Interval, SelectiveAreaEstimate.Of(P(turned), Y(turned), 0.9)?.Interval);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Delongs_error_equals_a_hand_calculation()
    {
        // Right: 0.9, 0.6, 0.3; wrong: 0.5, 0.2. Placements of right 1, 1, 0.5; of wrong 2/3 and 1.
        Estimate area = RocAreaEstimate.Of([0.9, 0.6, 0.3, 0.5, 0.2], [true, true, true, false, false], 0.95)!;
        Assert.Equal(5.0 / 6, area.Value, 1e-12);
        Assert.Equal(Math.Sqrt(1.0 / 12 / 3 + 1.0 / 18 / 2), area.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void An_area_that_shows_no_spread_has_no_interval()
    {
        Assert.Null(RocAreaEstimate.Of([0.1, 0.9], [true, true], 0.95));
        Assert.Null(RocAreaEstimate.Of([0.1, 0.2, 0.8, 0.9], [false, false, true, true], 0.95)!.Interval);
        Assert.Null(SelectiveAreaEstimate.Of([0.1, 0.9], [true, true], 0.95)!.Interval);
        Assert.Null(SelectiveAreaEstimate.Of([], [], 0.95));
    }

    [Fact]
    public void The_null_band_of_one_bin_is_the_spread_of_a_binomial()
    {
        double[] forecasts = [.. Enumerable.Repeat(0.5, 100)];
        CalibrationNullBand band = CalibrationNullBand.Of(
            forecasts, 0.05, static (p, y) => CalibrationError.EqualWidth(p, y, 1)!.Expected, 4000, 0.95, 1, default);
        // E |X - 50| / 100 of 100 fair coins is 0.0796 / 2; a distance of 5 or more has probability 0.3682.
        Assert.Equal(0.0398, band.Mean, 0.002);
        Assert.Equal(0.368, band.PValue, 0.03);
    }

    [Fact]
    public void The_null_band_follows_its_seed()
    {
        double[] forecasts = [.. Enumerable.Range(0, 50).Select(static i => i / 50.0)];
        CalibrationNullBand Of(ulong seed) => CalibrationNullBand.Of(
            forecasts, 0.1, static (p, y) => CalibrationError.EqualCount(p, y, 5)!.Expected, 99, 0.9, seed, default);
        Assert.Equal(Of(3), Of(3));
        Assert.NotEqual(Of(3), Of(4));
    }

    [Fact]
    public void Platts_line_solves_its_equations() => Prop.ForAll(Forecasts, static items =>
    {
        double[] logits = [.. items.Select(static item => 6 * item.P - 3)];
        PlattScaling? line = PlattScaling.Fit(logits, Y(items));
        if (line is null) return logits.Distinct().Count() == 1;
        double positives = Y(items).Count(static y => y), hit = (positives + 1) / (positives + 2), miss = 1 / (items.Length - positives + 2);
        double[] errors = [.. logits.Select((logit, i) => line.Probability(logit) - (items[i].Y ? hit : miss))];
        return Math.Abs(errors.Sum()) < 1e-6 && Math.Abs(errors.Zip(logits, static (error, logit) => error * logit).Sum()) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Platts_line_undoes_a_temperature()
    {
        RandomStream random = new(1, 0);
        double[] logits = [.. Enumerable.Range(0, 20000).Select(_ => 3 * random.NextGaussian())];
        bool[] outcomes = [.. logits.Select(logit => random.NextDouble() < Logit.Probability(logit / 2 + 0.5))];
        PlattScaling line = PlattScaling.Fit(logits, outcomes)!;
        Assert.Equal(0.5, line.Slope, 0.03);
        Assert.Equal(0.5, line.Intercept, 0.06);
    }

    [Fact]
    public void Isotonic_steps_give_their_own_items_what_the_regression_does_and_never_fall()
    {
        double[] forecasts = [0.1, 0.3, 0.3, 0.6, 0.9];
        IsotonicCalibration steps = IsotonicCalibration.Fit(forecasts, [false, true, false, false, true])!;
        Assert.Equal([0, 1 / 3.0, 1 / 3.0, 1 / 3.0, 1], forecasts.Select(steps.Probability), static (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(1 / 6.0, steps.Probability(0.2), 1e-12);
        Assert.Equal((0, 1), (steps.Probability(0), steps.Probability(1)));
        Assert.Null(IsotonicCalibration.Fit([], []));
    }

    private static bool Near(ConfidenceInterval? one, ConfidenceInterval? other) => one is null ? other is null
        : other is not null && Math.Abs(one.Lower - other.Lower) < 1e-6 && Math.Abs(one.Upper - other.Upper) < 1e-6;

    private static Arbitrary<(double P, bool Y)[]> Forecasts =>
        (from length in Gen.Choose(1, 30)
         from items in (from p in Gen.Choose(0, 10) from y in Gen.Elements(true, false) select (p / 10.0, y)).ArrayOf(length)
         select items).ToArbitrary();

    private static double[] P((double P, bool Y)[] items) => [.. items.Select(static item => item.P)];

    private static bool[] Y((double P, bool Y)[] items) => [.. items.Select(static item => item.Y)];
}
