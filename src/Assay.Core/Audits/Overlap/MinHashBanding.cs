namespace Assay.Core.Audits.Overlap;

/// <summary>
/// MinHash with banding: of each of rows x bands hash functions the least value over a set; two sets are candidates where all rows of a band agree, which happens
/// with probability 1 - (1 - s^rows)^bands at Jaccard similarity s (Broder 1997; Leskovec, Rajaraman and Ullman 2014, "Mining of Massive Datasets", section 3.4).
/// </summary>
/// <param name="Rows">Minima in a band, at least 1.</param>
/// <param name="Bands">Bands, at least 1.</param>
internal sealed record MinHashBanding(int Rows, int Bands)
{
    private const int MostMinima = 128;
    private const double Wanted = 0.999;

    /// <summary>The banding of at most 128 minima with the longest bands, hence the fewest candidates, that still finds pairs at the threshold with probability
    /// 0.999; bands of one row where none does.</summary>
    /// <param name="threshold">Jaccard similarity in (0, 1].</param>
    public static MinHashBanding For(double threshold)
    {
        MinHashBanding best = new(1, MostMinima);
        for (int rows = 2; rows <= 16; rows++)
        {
            MinHashBanding next = new(rows, MostMinima / rows);
            if (next.MatchProbability(threshold) >= Wanted) best = next;
        }
        return best;
    }

    /// <summary>The probability that two sets of this similarity become candidates, in [0, 1].</summary>
    public double MatchProbability(double similarity) => 1 - Math.Pow(1 - Math.Pow(similarity, Rows), Bands);

    /// <summary>One key per band; equal keys make candidates.</summary>
    /// <param name="set">A set that is not empty.</param>
    public ulong[] Keys(ShingleSet set)
    {
        ulong[] keys = new ulong[Bands];
        for (int band = 0; band < Bands; band++)
        {
            ulong key = (ulong)band;
            for (int row = 0; row < Rows; row++) key = WordHash.Mix((key * WordHash.Base) + Minimum(set.Hashes, (band * Rows) + row));
            keys[band] = key;
        }
        return keys;
    }

    private static ulong Minimum(ReadOnlySpan<ulong> hashes, int function)
    {
        ulong salt = WordHash.Mix(WordHash.Start + ((ulong)function * WordHash.Base)), least = ulong.MaxValue;
        foreach (ulong hash in hashes) least = Math.Min(least, WordHash.Mix(hash ^ salt));
        return least;
    }
}
