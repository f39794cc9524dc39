using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests;

/// <summary>Generators of small samples, with ties.</summary>
internal static class Samples
{
    /// <summary>From <paramref name="least"/> to <paramref name="most"/> numbers in [-10, 10], half of them multiples of 5, so that ties are common.</summary>
    public static Arbitrary<double[]> Of(int least, int most) => Values(least, most).ToArbitrary();

    /// <summary>Two samples of one length, as <see cref="Of"/>.</summary>
    public static Arbitrary<(double[] First, double[] Second)> Pairs(int least, int most) =>
        (from length in Gen.Choose(least, most)
         from first in Values(length, length)
         from second in Values(length, length)
         select (first, second)).ToArbitrary();

    private static Gen<double[]> Values(int least, int most) =>
        from length in Gen.Choose(least, most)
        from values in Gen.OneOf(Gen.Choose(-2, 2).Select(x => 5.0 * x), Gen.Choose(-10_000, 10_000).Select(x => x / 1000.0)).ArrayOf(length)
        select values;
}
