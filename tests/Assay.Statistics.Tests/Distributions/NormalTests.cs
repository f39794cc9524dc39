using Assay.Statistics.Distributions;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Distributions;

public class NormalTests
{
    [ReferenceTheory]
    [ReferenceEntries("intervals.json", "normal quantile")]
    public void The_quantile_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("intervals.json", name);
        Assert.Equal(entry.Expected.GetDouble(), Normal.Quantile(entry.Input.GetProperty("p").GetDouble()), entry.Tolerance);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.8, 0.84162123357291442)]
    [InlineData(0.975, 1.9599639845400543)]
    [InlineData(0.0005, -3.2905267314918948)]
    [InlineData(1e-15, -7.9413453261709973)]
    public void The_quantile_has_its_known_values(double probability, double expected) => Assert.Equal(expected, Normal.Quantile(probability), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.31731050786291410)]
    [InlineData(-1.9599639845400543, 0.05)]
    [InlineData(8, 1.2441921148543639e-15)]
    public void The_two_sided_p_has_its_known_values(double z, double expected) => Assert.Equal(1, Normal.TwoSidedP(z) / expected, 1e-12);

    [Fact]
    public void The_quantile_undoes_the_distribution() => Prop.ForAll(Gen.Choose(-60_000, 60_000).Select(x => x / 10_000.0).ToArbitrary(),
        z => Math.Abs(Normal.Quantile(Normal.Cdf(z)) - z) < (z < 0 ? 1e-11 : 1e-7)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_probability_at_or_beyond_the_ends_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(probability));
}
