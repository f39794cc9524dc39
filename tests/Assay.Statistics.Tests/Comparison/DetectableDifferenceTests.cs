using Assay.Statistics.Comparison;
using Assay.Statistics.Resampling;

namespace Assay.Statistics.Tests.Comparison;

public class DetectableDifferenceTests
{
    [Fact]
    public void At_the_usual_level_and_power_it_is_2_8_standard_errors() => // 1.959964 + 0.841621
        Assert.Equal(2.8015852181, DetectableDifference.Of(1, 0.95, 0.8), 1e-9);

    [Fact]
    public void It_is_found_as_often_as_the_power_says()
    {
        RandomStream random = new(11, 0);
        const int Replications = 4000, Items = 200;
        double difference = DetectableDifference.Of(1 / Math.Sqrt(Items), 0.95, 0.8);
        int found = 0;
        double[] differences = new double[Items];
        for (int replication = 0; replication < Replications; replication++)
        {
            for (int i = 0; i < Items; i++) differences[i] = difference + random.NextGaussian();
            if (PairedTTest.Of(differences, 0.95)!.PValue < 0.05) found++;
        }
        Assert.InRange((double)found / Replications, 0.78, 0.82);
    }

    [Theory]
    [InlineData(-1, 0.95, 0.8)]
    [InlineData(double.NaN, 0.95, 0.8)]
    [InlineData(1, 1, 0.8)]
    [InlineData(1, 0.95, 0.4)]
    [InlineData(1, 0.95, 1)]
    public void An_argument_outside_its_range_is_refused(double standardError, double confidence, double power) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectableDifference.Of(standardError, confidence, power));
}
