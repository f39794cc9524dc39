using Assay.Statistics.Estimation;
using Assay.Statistics.PredictionPowered;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.PredictionPowered;

public class PredictionPoweredMeanTests
{
    [Fact] // Y 0, 1, 1, 0; f 0, 1, 0, 0; unlabelled 1, 1, 0, 0, 1: cov 1/6, s2(f) 1/4 and 3/10, lambda = (1/6)/4 / (1/16 + 3/50).
    public void A_small_example_comes_out_as_by_hand()
    {
        PredictionPoweredMean mean = PredictionPoweredMean.Of([0, 1, 1, 0], [0, 1, 0, 0], [1, 1, 0, 0, 1], 0.95)!;
        double weight = 1.0 / 24 / (1.0 / 16 + 0.06);
        Assert.Equal(weight, mean.Weight, 1e-12);
        Assert.Equal(0.5 + weight * (0.6 - 0.25), mean.Estimate.Value, 1e-12);
        double residual = 1 - 2 * weight * 0.5 + weight * weight * 0.75; // sums of squares and products about the means: 1, 1/2, 3/4
        Assert.Equal(Math.Sqrt(residual / 2 / 4 + weight * weight * 0.06), mean.Estimate.StandardError!.Value, 1e-12);
        Assert.Equal((4, 5, 9), (mean.Labelled, mean.Unlabelled, mean.Estimate.Count));
    }

    [Fact] // The docs' statement: mean(Y) + k (mean of f over all - mean of f over labelled), k = lambda (n + m) / m.
    public void It_is_the_regression_estimator_of_double_sampling() => Prop.ForAll(Worlds, world =>
    {
        PredictionPoweredMean mean = PredictionPoweredMean.Of(world.Truths, world.Predictions, world.Unlabelled, 0.95)!;
        double n = mean.Labelled, m = mean.Unlabelled, all = (world.Predictions.Sum() + world.Unlabelled.Sum()) / (n + m);
        double double_ = world.Truths.Average() + mean.Weight * (n + m) / m * (all - world.Predictions.Average());
        return Math.Abs(double_ - mean.Estimate.Value) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact] // n - 2 instead of n - 1 degrees of freedom is all that it can cost.
    public void The_error_is_never_above_that_of_the_labels_but_for_the_fitted_weight() => Prop.ForAll(Worlds, world =>
    {
        PredictionPoweredMean mean = PredictionPoweredMean.Of(world.Truths, world.Predictions, world.Unlabelled, 0.95)!;
        double n = mean.Labelled;
        return mean.Estimate.StandardError is not double error || error <= mean.LabelsAlone.StandardError * Math.Sqrt((n - 1) / (n - 2)) * (1 + 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Predictions_on_another_scale_give_the_same_estimate() => Prop.ForAll(Worlds, world =>
    {
        double[] Scaled(double[] values) => [.. values.Select(value => 3 - 2 * value)];
        Estimate plain = PredictionPoweredMean.Of(world.Truths, world.Predictions, world.Unlabelled, 0.95)!.Estimate;
        Estimate scaled = PredictionPoweredMean.Of(world.Truths, Scaled(world.Predictions), Scaled(world.Unlabelled), 0.95)!.Estimate;
        return Math.Abs(plain.Value - scaled.Value) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Predictions_without_spread_leave_the_labels_alone()
    {
        PredictionPoweredMean mean = PredictionPoweredMean.Of([0, 1, 1], [1, 1, 1], [1, 1], 0.95)!;
        Assert.Equal((0.0, mean.LabelsAlone.Value), (mean.Weight, mean.Estimate.Value));
    }

    [Fact]
    public void Labels_all_equal_have_no_standard_error() => Assert.Null(PredictionPoweredMean.Of([1, 1, 1], [1, 0, 1], [1, 0], 0.95)!.Estimate.StandardError);

    [Fact]
    public void Predictions_equal_to_the_labels_with_no_spread_beyond_have_no_standard_error() =>
        Assert.Null(PredictionPoweredMean.Of([1, 0, 1], [1, 0, 1], [1, 1], 0.95)!.Estimate.StandardError);

    [Theory]
    [InlineData(2, 5)]
    [InlineData(5, 1)]
    public void Too_few_items_give_no_estimate(int labelled, int unlabelled) =>
        Assert.Null(PredictionPoweredMean.Of(new double[labelled], new double[labelled], new double[unlabelled], 0.95));

    [Fact]
    public void A_prediction_missing_for_a_label_is_refused() =>
        Assert.Throws<ArgumentException>(() => PredictionPoweredMean.Of([1, 0, 1], [1, 0], [1, 0], 0.95));

    [Fact]
    public void A_judge_biased_as_much_as_can_be_does_not_bias_the_estimate()
    {
        const int Draws = 2000;
        double sum = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            RandomStream random = new(5, (ulong)draw);
            (double Truth, double Prediction) Item()
            {
                double quality = random.NextDouble();
                return (random.NextDouble() < 0.3 + 0.4 * quality ? 1 : 0, random.NextDouble() < 0.8 + 0.2 * quality ? 1 : 0);
            }
            (double Truth, double Prediction)[] labelled = [.. Enumerable.Range(0, 60).Select(_ => Item())];
            double[] unlabelled = [.. Enumerable.Range(0, 200).Select(_ => Item().Prediction)];
            sum += PredictionPoweredMean.Of([.. labelled.Select(item => item.Truth)], [.. labelled.Select(item => item.Prediction)], unlabelled, 0.95)!.Estimate.Value;
        }
        Assert.InRange(sum / Draws, 0.5 - 0.006, 0.5 + 0.006); // four standard errors; the judge's own rate is 0.9
    }

    private static Arbitrary<World> Worlds => Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        RandomStream random = new((ulong)seed, 0);
        double[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => 0.5 * random.NextInt(3))];
        int labelled = 3 + random.NextInt(20);
        return new World(Some(labelled), Some(labelled), Some(2 + random.NextInt(30)));
    }).ToArbitrary();

    private sealed record World(double[] Truths, double[] Predictions, double[] Unlabelled);
}
