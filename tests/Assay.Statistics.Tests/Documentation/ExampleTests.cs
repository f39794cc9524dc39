using Assay.Statistics.Clustering;
using Assay.Statistics.Comparison;
using Assay.Statistics.Estimation;
using Assay.Statistics.PredictionPowered;

namespace Assay.Statistics.Tests.Documentation;

/// <summary>The worked examples of the pages in docs/, to the digits they print.</summary>
public class ExampleTests
{
    [Fact]
    public void Clustered_errors()
    {
        double[] verdicts = [1, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1];
        ClusterDesign people = new(ClusterLabels.Of(Enumerable.Range(0, 12).Select(i => i / 4)));
        Estimate independent = MeanEstimate.Of(verdicts, 0.95)!, clustered = ClusteredMean.Of(verdicts, people, 0.95)!;
        Assert.Equal((58.3, 14.9, 16.7), (OneDigit(clustered.Value), OneDigit(independent.StandardError), OneDigit(clustered.StandardError)));
        Assert.Equal(2.20, independent.Interval!.Width / 2 / independent.StandardError!.Value, 0.005);
        Assert.Equal(4.30, clustered.Interval!.Width / 2 / clustered.StandardError!.Value, 0.005);
    }

    [Fact]
    public void Prediction_powered()
    {
        PredictionPoweredMean mean = PredictionPoweredMean.Of([0, 1, 1, 0], [0, 1, 0, 0], [1, 1, 0, 0, 1], 0.95)!;
        Assert.Equal(0.340, mean.Weight, 0.0005);
        Assert.Equal((61.9, 31.7), (OneDigit(mean.Estimate.Value), OneDigit(mean.Estimate.StandardError)));
        Assert.Equal((50.0, 28.9), (OneDigit(mean.LabelsAlone.Value), OneDigit(mean.LabelsAlone.StandardError)));
    }

    [Fact]
    public void Ratings()
    {
        WelchTTest test = WelchTTest.Of([4, 3, 2, 3], [5, 5, 4, 3], 0.95)!;
        Assert.Equal(-1.25, test.Difference.Value);
        Assert.Equal(-2.80, test.Difference.Interval!.Lower, 0.005);
        Assert.Equal(0.30, test.Difference.Interval.Upper, 0.005);
        Assert.Equal(0.095, test.PValue!.Value, 0.0005);
    }

    private static double OneDigit(double? proportion) => Math.Round(100 * proportion!.Value, 1);
}
