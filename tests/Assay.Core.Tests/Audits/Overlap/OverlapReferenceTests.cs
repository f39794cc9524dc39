using System.Text;
using System.Text.Json;
using Assay.Core.Audits.Overlap;
using Assay.TestSupport;

namespace Assay.Core.Tests.Audits.Overlap;

public sealed class OverlapReferenceTests
{
    private const string Reference = "dedup_ngrams.json";

    [ReferenceTheory]
    [ReferenceEntries(Reference, "word 1-grams", "word 2-grams", "word 3-grams", "word 5-grams", "word 6-grams")]
    public void Word_n_grams_are_the_reference_ones(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reference, name);
        Assert.Equal(entry.Expected.EnumerateArray().Select(static text => text.GetString()!), NGrams(entry, entry.Input.GetProperty("n").GetInt32()).Select(static ngram => ngram.Text));
    }

    [ReferenceTheory]
    [ReferenceEntries(Reference, "word positions", "word 2-gram positions")]
    public void Positions_of_n_grams_are_the_reference_ones(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reference, name);
        int n = entry.Input.TryGetProperty("n", out JsonElement given) ? given.GetInt32() : 1;
        Assert.Equal(entry.Expected.EnumerateArray().Select(static row => (row[0].GetString()!, row[1].GetInt32(), row[2].GetInt32())), NGrams(entry, n));
    }

    [ReferenceTheory]
    [ReferenceEntries(Reference, "n-gram normalisation")]
    public void Normalisation_gives_the_reference_text(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reference, name);
        Assert.Equal(entry.Expected.GetString(), NormalizedText.Of(entry.Input.GetProperty("text").GetString()!).ToString());
    }

    [ReferenceTheory]
    [ReferenceEntries(Reference, "Jaccard")]
    public void Jaccard_and_containment_are_the_reference_ones(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reference, name);
        int n = entry.Input.GetProperty("n").GetInt32();
        ShingleSet a = Set(entry.Input.GetProperty("a").GetString()!, n), b = Set(entry.Input.GetProperty("b").GetString()!, n);
        Assert.Equal(entry.Expected.GetProperty("jaccard").GetDouble(), a.Jaccard(b), entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("containment_of_a_in_b").GetDouble(), a.ContainmentIn(b), entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(Reference, "banded MinHash")]
    public void Bands_match_with_the_reference_probability(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reference, name);
        MinHashBanding banding = new(entry.Input.GetProperty("rows").GetInt32(), entry.Input.GetProperty("bands").GetInt32());
        Assert.Equal(entry.Expected.GetDouble(), banding.MatchProbability(entry.Input.GetProperty("similarity").GetDouble()), entry.Tolerance);
    }

    [Fact]
    public void Bands_of_random_sets_agree_as_often_as_they_should()
    {
        MinHashBanding banding = new(4, 8);
        int agreeing = 0;
        const int Pairs = 1000;
        for (int pair = 0; pair < Pairs; pair++)
        {
            // 20 words each, 12 shared: Jaccard 12 / 28.
            ulong[] words = [.. Enumerable.Range(0, 28).Select(i => WordHash.Mix((ulong)((pair * 100) + i + 1)))];
            ulong[] left = banding.Keys(ShingleSet.Of(words.AsSpan(0, 20), 1)), right = banding.Keys(ShingleSet.Of(words.AsSpan(8), 1));
            if (left.Intersect(right).Any()) agreeing++;
        }
        double expected = banding.MatchProbability(12.0 / 28), deviation = Math.Sqrt(expected * (1 - expected) / Pairs);
        Assert.InRange((double)agreeing / Pairs, expected - (4 * deviation), expected + (4 * deviation));
    }

    private static ShingleSet Set(string text, int n) => ShingleSet.Of([.. NormalizedText.Of(text).Words.Select(static word => word.Hash)], n);

    private static IEnumerable<(string Text, int First, int Last)> NGrams(ReferenceEntry entry, int n)
    {
        NormalizedText text = NormalizedText.Of(entry.Input.GetProperty("text").GetString()!);
        for (int i = 0; i + n <= text.Words.Length; i++) yield return (Encoding.UTF8.GetString(text.Utf8[text.NGram(i, n)]), text.Words[i].First, text.Words[i + n - 1].Last);
    }
}
