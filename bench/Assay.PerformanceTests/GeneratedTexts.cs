using System.Globalization;
using Assay.Statistics.Resampling;

namespace Assay.PerformanceTests;

/// <summary>Pairs of texts with the word frequencies of a language (Zipf 1935), of which the second is the first with a third of its words changed.</summary>
internal static class GeneratedTexts
{
    private const ulong Seed = 20240611;
    private const int Vocabulary = 20_000;

    /// <summary>So many pairs of so many words.</summary>
    public static (string Gold, string Prediction)[] Pairs(int count, int words) =>
        [.. Enumerable.Range(0, count).AsParallel().AsOrdered().Select(number => Pair(new RandomStream(Seed, (ulong)number), words))];

    /// <summary>Writes the pairs, one a line, gold and prediction with a tab between, for other tools to score.</summary>
    public static void Write(string path, int count, int words) =>
        File.WriteAllLines(path, Pairs(count, words).Select(static pair => $"{pair.Gold}\t{pair.Prediction}"));

    /// <summary>Pairs that <see cref="Write"/> wrote.</summary>
    public static IEnumerable<(string Gold, string Prediction)> Read(string path) =>
        File.ReadLines(path).Select(static line => line.Split('\t')).Select(static columns => (columns[0], columns[1]));

    private static (string, string) Pair(RandomStream random, int words)
    {
        string[] gold = [.. Enumerable.Range(0, words).Select(_ => Word(random))];
        string[] prediction = [.. gold.Select(word => random.NextDouble() < 1.0 / 3 ? Word(random) : word)];
        return (string.Join(' ', gold), string.Join(' ', prediction));
    }

    // The rank of a word is e^(u ln V): its frequency falls as one over its rank.
    private static string Word(RandomStream random)
    {
        int rank = (int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary));
        string word = rank.ToString("x", CultureInfo.InvariantCulture) + "en";
        return rank % 17 == 0 ? word + "," : rank % 23 == 0 ? word + "." : word;
    }
}
