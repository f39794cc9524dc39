using System.Runtime.Intrinsics;
using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;

namespace Assay.Statistics.Tests.Regression;

public class VectorFunctionsTests
{
    [Fact]
    public void The_exponential_agrees_with_the_runtime_to_a_few_units_in_the_last_place()
    {
        RandomStream random = new(1, 0);
        foreach (double scale in new[] { 1e-300, 1e-9, 0.1, 1, 30, 700 })
        {
            for (int i = 0; i < 2000; i++)
            {
                double x = -scale * random.NextDouble();
                double expected = Math.Exp(x);
                Assert.InRange(VectorFunctions.ExpOfNegative(Vector512.Create(x))[3] / expected, 1 - 1e-15, 1 + 1e-15);
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0.36787944117144232)]
    [InlineData(-708, 3.307553003638408e-308)]
    [InlineData(-1e9, 3.307553003638408e-308)]
    [InlineData(double.NegativeInfinity, 3.307553003638408e-308)]
    public void The_exponential_has_known_values(double x, double expected) =>
        Assert.InRange(VectorFunctions.ExpOfNegative(Vector512.Create(x))[0] / expected, 1 - 2e-13, 1 + 2e-13);

    [Fact]
    public void The_logarithm_agrees_with_the_runtime_to_a_few_units_in_the_last_place()
    {
        RandomStream random = new(2, 0);
        foreach (double scale in new[] { 1e-300, 1e-20, 1e-9, 0.01, 1 })
        {
            for (int i = 0; i < 2000; i++)
            {
                double x = scale * random.NextDouble();
                // log1p without loss for small x (Kahan).
                double sum = 1 + x, expected = sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
                Assert.InRange(VectorFunctions.Log1P(Vector512.Create(x))[5], expected * (1 - 1e-15), expected * (1 + 1e-15));
            }
        }
        Assert.Equal(Math.Log(2), VectorFunctions.Log1P(Vector512<double>.One)[0], 1e-15);
        Assert.Equal(0, VectorFunctions.Log1P(Vector512<double>.Zero)[0]);
    }
}
