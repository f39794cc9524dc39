using Assay.Statistics.Correlation;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Correlation;

public class CorrelationTests
{
    private const string File = "correlation.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "Pearson, Spearman")]
    public void Pearson_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        CorrelationResult result = PearsonCorrelation.Of(Sample(entry, "x"), Sample(entry, "y"))!;
        Assert.Equal(entry.Expected.GetProperty("pearson").GetDouble(), result.Coefficient, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("pearson_p").GetDouble(), result.PValue!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "Pearson, Spearman")]
    public void Spearman_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        CorrelationResult result = SpearmanCorrelation.Of(Sample(entry, "x"), Sample(entry, "y"))!;
        Assert.Equal(entry.Expected.GetProperty("spearman").GetDouble(), result.Coefficient, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("spearman_p").GetDouble(), result.PValue!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "constant input")]
    public void A_constant_sample_has_no_correlation_where_the_reference_has_none(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        Assert.Equal(double.NaN, ReferenceEntry.Number(entry.Expected.GetProperty("pearson")));
        Assert.Null(PearsonCorrelation.Of(Sample(entry, "x"), Sample(entry, "y")));
        Assert.Null(SpearmanCorrelation.Of(Sample(entry, "x"), Sample(entry, "y")));
    }

    [Fact]
    public void Anscombes_first_set_has_its_known_correlation() // Anscombe (1973)
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        Assert.Equal(0.81642051634484, PearsonCorrelation.Of(x, y)!.Coefficient, 1e-12);
    }

    [Fact]
    public void Ranks_without_ties_follow_the_formula_of_squared_differences() => // 1 - 6 * 4 / (5 * 24)
        Assert.Equal(0.8, SpearmanCorrelation.Of([1, 2, 3, 4, 5], [20, 10, 40, 30, 50])!.Coefficient, 1e-14);

    [Fact]
    public void Two_items_are_perfectly_correlated_and_have_no_p_value() => Assert.Equal((-1.0, null, 2), Parts(PearsonCorrelation.Of([1, 2], [5, 3])!));

    [Fact]
    public void A_perfect_correlation_has_a_vanishing_p_value() => Assert.Equal(0, PearsonCorrelation.Of([1, 2, 3, 5], [2, 4, 6, 10])!.PValue!.Value, 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_items_have_no_correlation(int count) => Assert.Null(PearsonCorrelation.Of(new double[count], new double[count]));

    [Fact]
    public void Unlike_lengths_are_refused() => Assert.Throws<ArgumentException>(() => PearsonCorrelation.Of([1, 2], [1]));

    [Fact]
    public void Values_that_are_no_finite_numbers_are_refused() => Assert.Throws<ArgumentException>(() => PearsonCorrelation.Of([1, double.NaN], [1, 2]));

    [Fact]
    public void Values_near_the_largest_number_do_not_overflow() => Assert.Equal(1, PearsonCorrelation.Of([-1e308, 1e308, 0], [-1, 1, 0])!.Coefficient, 1e-14);

    [Fact]
    public void Coefficients_lie_between_minus_1_and_1_and_p_values_between_0_and_1() => Prop.ForAll(Samples.Pairs(0, 12), pair =>
        PearsonCorrelation.Of(pair.First, pair.Second) is not CorrelationResult r || (Math.Abs(r.Coefficient) <= 1 && r.PValue is null or (>= 0 and <= 1)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Correlation_is_symmetric() => Prop.ForAll(Samples.Pairs(0, 12), pair =>
        PearsonCorrelation.Of(pair.First, pair.Second) == PearsonCorrelation.Of(pair.Second, pair.First)).QuickCheckThrowOnFailure();

    [Fact]
    public void Pearson_ignores_shift_and_scale() => Prop.ForAll(Samples.Pairs(0, 12), pair => Close(
        PearsonCorrelation.Of(pair.First, pair.Second), PearsonCorrelation.Of([.. pair.First.Select(x => 3 - 0.5 * x)], pair.Second), sign: -1))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Spearman_ignores_every_increasing_change_of_values() => Prop.ForAll(Samples.Pairs(0, 12), pair => Close(
        SpearmanCorrelation.Of(pair.First, pair.Second), SpearmanCorrelation.Of([.. pair.First.Select(Math.Exp)], pair.Second), sign: 1))
        .QuickCheckThrowOnFailure();

    private static bool Close(CorrelationResult? first, CorrelationResult? second, int sign) =>
        first is null ? second is null : Math.Abs(first.Coefficient - sign * second!.Coefficient) < 1e-9;

    private static (double, double?, int) Parts(CorrelationResult result) => (Math.Round(result.Coefficient, 14), result.PValue, result.Count);

    private static double[] Sample(ReferenceEntry entry, string field) => ReferenceEntry.Numbers(entry.Input.GetProperty(field));
}
