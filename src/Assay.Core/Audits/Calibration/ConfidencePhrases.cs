using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Core.Audits.Calibration;

/// <summary>Reads how sure somebody is from words: a percentage, or a phrase of a table ("almost certain").</summary>
public sealed partial class ConfidencePhrases
{
    private readonly (Regex Pattern, string Phrase, double Probability)[] _phrases;

    /// <param name="phrases">Phrases with their probabilities in [0, 1]; case and spacing do not count, and each comes once.</param>
    /// <exception cref="ArgumentException">There are none, one is empty or comes twice, or a probability is outside [0, 1].</exception>
    public ConfidencePhrases(IEnumerable<(string Phrase, double Probability)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        Dictionary<string, double> table = new(StringComparer.Ordinal);
        foreach ((string phrase, double probability) in phrases)
        {
            string normal = Normal(phrase);
            if (normal.Length == 0) throw new ArgumentException("A phrase is empty.", nameof(phrases));
            if (!(probability is >= 0 and <= 1)) throw new ArgumentException($"The probability of \"{phrase}\" is outside [0, 1].", nameof(phrases));
            if (!table.TryAdd(normal, probability)) throw new ArgumentException($"The phrase \"{phrase}\" comes twice.", nameof(phrases));
        }
        if (table.Count == 0) throw new ArgumentException("There is no phrase.", nameof(phrases));
        // The longest first, so that "highly likely" is not read as "likely".
        _phrases = [.. table.OrderByDescending(static pair => pair.Key.Length).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair =>
            (new Regex($@"(?<!\w){Regex.Escape(pair.Key)}(?!\w)", RegexOptions.CultureInvariant), pair.Key, pair.Value))];
    }

    /// <summary>
    /// The table that is used where none is given, rounded numbers in the order that surveys of such words find (Kent 1964; Wallsten and others 1986;
    /// Fagen-Ulmschneider 2019). People differ by tens of points about most of them.
    /// </summary>
    public static ConfidencePhrases Usual { get; } = new(
    [
        ("certain", 1), ("absolutely certain", 1), ("almost certain", 0.95), ("almost certainly", 0.95), ("nearly certain", 0.95), ("very confident", 0.9),
        ("very likely", 0.9), ("highly likely", 0.9), ("highly probable", 0.9), ("confident", 0.8), ("very good chance", 0.8), ("fairly confident", 0.75),
        ("likely", 0.75), ("probable", 0.75), ("probably", 0.75), ("somewhat confident", 0.65), ("better than even", 0.6), ("about even", 0.5),
        ("even chance", 0.5), ("not sure", 0.5), ("unsure", 0.5), ("uncertain", 0.5), ("possibly", 0.4), ("maybe", 0.4), ("not confident", 0.3),
        ("probably not", 0.25), ("unlikely", 0.2), ("not likely", 0.2), ("improbable", 0.15), ("little chance", 0.1), ("very unlikely", 0.1),
        ("highly unlikely", 0.05), ("almost no chance", 0.02), ("almost certainly not", 0.02), ("impossible", 0),
    ]);

    /// <summary>The phrases in lower case with their probabilities in [0, 1], the highest first.</summary>
    public IEnumerable<(string Phrase, double Probability)> Table => _phrases
        .Select(static entry => (entry.Phrase, entry.Probability))
        .OrderByDescending(static entry => entry.Probability).ThenBy(static entry => entry.Phrase, StringComparer.Ordinal);

    /// <summary>The probability that a text states.</summary>
    /// <returns>
    /// In [0, 1]; null where it names no percentage up to 100 and no phrase, or several of unlike probabilities, or a phrase that is denied
    /// ("not certain") without being in the table so.
    /// </returns>
    public double? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string rest = Normal(text);
        HashSet<double> found = [];
        foreach (Match match in Percentages().Matches(rest))
        {
            double percent = double.Parse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (percent > 100) return null;
            found.Add(percent / 100);
        }
        // A stated number outweighs the words around it.
        if (found.Count == 0)
        {
            foreach ((Regex pattern, _, double probability) in _phrases)
            {
                foreach (Match match in pattern.Matches(rest))
                {
                    if (Denials().IsMatch(rest.AsSpan(0, match.Index))) return null;
                    found.Add(probability);
                }
                // What a longer phrase has read, a shorter one in it must not read again.
                rest = pattern.Replace(rest, static match => new string('|', match.Length));
            }
        }
        return found.Count == 1 ? found.First() : null;
    }

    private static string Normal(string text) => Spaces().Replace(text.Trim().ToLowerInvariant().Replace('’', '\''), " ");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![\w.,-])(\d{1,9}(?:\.\d{1,9})?) ?(?:%|percent(?!\w)|per cent(?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Percentages();

    [GeneratedRegex(@"(?:(?<!\w)not|n't|(?<!\w)never|(?<!\w)hardly)(?: \w+)? $", RegexOptions.CultureInvariant)]
    private static partial Regex Denials();
}
