using Assay.Statistics.Distributions;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Distributions;

public class StudentTTests
{
    [ReferenceTheory]
    [ReferenceEntries("intervals.json", "Student t")]
    public void The_quantile_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("intervals.json", name);
        double quantile = StudentT.Quantile(entry.Input.GetProperty("p").GetDouble(), entry.Input.GetProperty("df").GetDouble());
        Assert.Equal(entry.Expected.GetDouble(), quantile, entry.Tolerance);
    }

    /// <summary>Expected values in 40 digits: mpmath 1.3, and the closed form at two degrees of freedom.</summary>
    [Theory]
    [InlineData(0.025, 3, -3.1824463052837095)]
    [InlineData(0.4, 5, -0.26718086570414507)]
    [InlineData(0.025, 804, -1.9629189419500715)]
    [InlineData(1e-10, 804, -6.4442765478330905)]
    [InlineData(0.0125, 1000, -2.2447831150193919)]
    [InlineData(0.0125, 1001, -2.2447797331146661)]
    [InlineData(0.025, 1e6, -1.959966356814107)]
    [InlineData(1e-12, 2, -707106.78118548686)]
    [InlineData(1e-8, 7.5, -24.451239425973231)]
    [InlineData(0.49, 50, -0.025194638118957512)]
    public void The_quantile_has_its_known_values(double probability, double degreesOfFreedom, double expected) =>
        Assert.Equal(1, StudentT.Quantile(probability, degreesOfFreedom) / expected, 2e-13);

    /// <summary>Expected values in 40 digits: mpmath 1.3.</summary>
    [Theory]
    [InlineData(2, 1, 0.29516723530086655)]
    [InlineData(0.001, 1, 0.99936338043983888)]
    [InlineData(0.5, 3, 0.65144796484815099)]
    [InlineData(2.5, 7, 0.040992218585752897)]
    [InlineData(40, 7, 1.590217998485037e-9)]
    [InlineData(30, 2.5, 0.00029106470915739543)]
    [InlineData(1.96, 100, 0.052778901366229666)]
    [InlineData(9, 804, 1.6030592590278526e-18)]
    [InlineData(1.9, 1000, 0.057720558705704437)]
    [InlineData(1.9, 1001, 0.057720271479669659)]
    [InlineData(6, 5000, 2.1120962833053869e-9)]
    [InlineData(1.96, 1e6, 0.049996067585269791)]
    [InlineData(0.1, 1e6, 0.92034434549204316)]
    public void The_two_sided_p_has_its_known_values(double t, double degreesOfFreedom, double expected) =>
        Assert.Equal(1, StudentT.TwoSidedP(t, degreesOfFreedom) / expected, 1e-12);

    [Fact]
    public void One_degree_of_freedom_is_the_Cauchy_distribution() => Prop.ForAll(Probabilities,
        p => Math.Abs(StudentT.Quantile(p, 1) / -(1 / Math.Tan(Math.PI * p)) - 1) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void The_quantile_and_the_two_sided_p_undo_each_other() => Prop.ForAll(Probabilities, Freedoms,
        (p, freedom) => Math.Abs(StudentT.TwoSidedP(StudentT.Quantile(p, freedom), freedom) / (2 * p) - 1) < 1e-11).QuickCheckThrowOnFailure();

    [Fact]
    public void The_quantile_is_odd_about_one_half() => Prop.ForAll(Probabilities, Freedoms,
        (p, freedom) => Math.Abs(StudentT.Quantile(p, freedom) + StudentT.Quantile(1 - p, freedom)) < 1e-6 * Math.Abs(StudentT.Quantile(p, freedom)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Fewer_degrees_of_freedom_have_heavier_tails() => Prop.ForAll(Probabilities, Freedoms,
        (p, freedom) => StudentT.Quantile(p, freedom) < StudentT.Quantile(p, freedom * 1.5)).QuickCheckThrowOnFailure();

    [Fact]
    public void An_infinite_t_has_probability_0() => Assert.Equal(0, StudentT.TwoSidedP(double.PositiveInfinity, 5));

    [Fact]
    public void A_t_of_0_has_probability_1() => Assert.Equal(1, StudentT.TwoSidedP(0, 5));

    [Fact]
    public void A_t_that_is_no_number_has_no_probability() => Assert.Equal(double.NaN, StudentT.TwoSidedP(double.NaN, 5));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(0.9, 0)]
    [InlineData(0.9, double.NaN)]
    [InlineData(0.9, double.PositiveInfinity)]
    public void An_argument_outside_its_range_is_refused(double probability, double degreesOfFreedom) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(probability, degreesOfFreedom));

    private static Arbitrary<double> Probabilities => Gen.Choose(1, 49_999).Select(x => x * 1e-5).ToArbitrary();

    private static Arbitrary<double> Freedoms => Gen.OneOf(Gen.Choose(1, 2000).Select(x => (double)x), Gen.Choose(10, 120).Select(x => x / 10.0)).ToArbitrary();
}
