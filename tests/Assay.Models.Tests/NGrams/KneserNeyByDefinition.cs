using Assay.Models.NGrams;

namespace Assay.Models.Tests.NGrams;

/// <summary>Interpolated modified Kneser-Ney straight from its definition, over lists of n-grams: slow, and written independently of the model.</summary>
internal sealed class KneserNeyByDefinition
{
    private readonly int _order;
    private readonly int _vocabulary;
    private readonly List<Dictionary<string, long>> _adjusted = [];
    private readonly List<KneserNeyDiscounts> _discounts = [];

    public KneserNeyByDefinition(IEnumerable<string[]> texts, int order)
    {
        _order = order;
        string[][] padded = [.. texts.Select(static text => (string[])["<s>", .. text, "</s>"])];
        _vocabulary = padded.SelectMany(static text => text).Where(static token => token != "<s>").Distinct().Count() + 1;
        for (int n = 1; n <= order; n++)
        {
            Dictionary<string, long> adjusted = n == order || n == 0 ? Occurrences(padded, n) : Continuations(padded, n);
            foreach ((string gram, long count) in Occurrences(padded, n))
            {
                if (gram.StartsWith("<s>\u0001", StringComparison.Ordinal)) adjusted[gram] = count;
            }
            adjusted.Remove(Key(["<s>"]));
            _adjusted.Add(adjusted);
            _discounts.Add(KneserNeyDiscounts.Estimate(With(adjusted, 1), With(adjusted, 2), With(adjusted, 3), With(adjusted, 4)));
        }
    }

    public double Probability(string[] history, string token)
    {
        double probability = 1.0 / _vocabulary;
        for (int n = 1; n <= Math.Min(_order, history.Length + 1); n++)
        {
            string context = Key(history[^(n - 1)..]);
            KeyValuePair<string, long>[] followers = [.. _adjusted[n - 1].Where(gram => gram.Key.StartsWith(context, StringComparison.Ordinal))];
            double total = followers.Sum(static gram => gram.Value);
            if (total == 0) break;
            KneserNeyDiscounts discounts = _discounts[n - 1];
            double rest = followers.Sum(gram => discounts.Of(gram.Value)) / total;
            long own = _adjusted[n - 1].GetValueOrDefault(context + token + "\u0001");
            probability = (own - discounts.Of(own)) / total + rest * probability;
        }
        return probability;
    }

    private static string Key(IEnumerable<string> tokens) => string.Concat(tokens.Select(static token => token + "\u0001"));

    private static long With(Dictionary<string, long> counts, long count) => counts.Values.LongCount(value => value == count);

    private static Dictionary<string, long> Occurrences(string[][] texts, int n) =>
        Grams(texts, n).GroupBy(Key).ToDictionary(static group => group.Key, static group => group.LongCount());

    private static Dictionary<string, long> Continuations(string[][] texts, int n) => Grams(texts, n + 1)
        .GroupBy(static gram => Key(gram[1..]))
        .ToDictionary(static group => group.Key, static group => group.Select(static gram => gram[0]).Distinct().LongCount());

    private static IEnumerable<string[]> Grams(string[][] texts, int n) =>
        texts.SelectMany(text => Enumerable.Range(0, Math.Max(0, text.Length - n + 1)).Select(start => text[start..(start + n)]));
}
