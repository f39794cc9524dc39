using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.TextOverlap;

/// <summary>Generators of texts that share many words.</summary>
internal static class Texts
{
    /// <summary>Two texts of up to 150 words out of five.</summary>
    public static Arbitrary<(string Gold, string Prediction)> Pairs =>
        (from gold in Text from prediction in Text select (gold, prediction)).ToArbitrary();

    private static Gen<string> Text =>
        from length in Gen.OneOf(Gen.Choose(0, 6), Gen.Choose(60, 150))
        from words in Gen.Elements("a", "b", "c", "d", "e").ArrayOf(length)
        select string.Join(' ', words);
}
