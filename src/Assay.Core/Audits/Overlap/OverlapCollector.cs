using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Assay.Core.Audits.Overlap;

/// <summary>Gathers what scanners found in many files. Safe for use from several threads; the report does not depend on the order in which files end.</summary>
public sealed class OverlapCollector
{
    private readonly Lock _gathering = new();
    private readonly OverlapIndex _index;
    private readonly IReadOnlyList<string> _files;
    private readonly bool[] _found;
    private readonly Gathered?[] _items;
    private CorpusSize _size;

    private sealed class Gathered
    {
        public List<Place> Exact { get; } = [];

        public List<Place> Near { get; } = [];

        public List<Place> Partial { get; } = [];

        public double? Similarity { get; set; }
    }

    private readonly record struct Place(int File, int Order, long? Row, long Offset);

    /// <summary>A collector for these files.</summary>
    /// <param name="index">The items.</param>
    /// <param name="files">The files, in the order in which places are given.</param>
    public OverlapCollector(OverlapIndex index, IReadOnlyList<string> files)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(files);
        (_index, _files) = (index, files);
        _found = new bool[index.NGrams.Count];
        _items = new Gathered?[index.Items.Length];
    }

    /// <summary>Takes what a scanner found in the file that ends here.</summary>
    /// <param name="file">Position of the file in the list.</param>
    /// <param name="scanner">The scanner that read it, and nothing else since it gave away the file before.</param>
    public void EndFile(int file, OverlapScanner scanner)
    {
        ArgumentNullException.ThrowIfNull(scanner);
        FileFindings findings = scanner.EndFile();
        lock (_gathering)
        {
            _size += findings.Size;
            foreach (int ngram in findings.NGrams) _found[ngram] = true;
            foreach ((int item, ItemFindings found) in findings.Items)
            {
                Gathered gathered = _items[item] ??= new Gathered();
                Keep(gathered.Exact, file, found.Exact);
                Keep(gathered.Near, file, found.Near);
                Keep(gathered.Partial, file, found.Partial);
                if (found.Similarity is { } similarity) gathered.Similarity = Math.Max(gathered.Similarity ?? 0, similarity);
            }
        }
    }

    /// <summary>The report, when all files have ended.</summary>
    public OverlapReport Report()
    {
        int[] counts = new int[_items.Length], found = new int[_items.Length];
        for (int ngram = 0; ngram < _found.Length; ngram++)
        {
            foreach (int item in _index.Owners[ngram])
            {
                counts[item]++;
                if (_found[ngram]) found[item]++;
            }
        }
        ImmutableArray<OverlapItem> items = [.. _items.Select((gathered, item) => Item(item, gathered ?? new Gathered(), counts[item], found[item]))];
        return new OverlapReport
        {
            Options = _index.Options,
            Corpus = _size,
            NearProbability = _index.Near.Banding.MatchProbability(_index.Options.Similarity),
            Items = items,
            Notes = [.. Notes(items)],
        };
    }

    private void Keep(List<Place> kept, int file, List<(long? Row, long Offset)> places)
    {
        kept.AddRange(places.Select((place, order) => new Place(file, order, place.Row, place.Offset)));
        kept.Sort(static (left, right) => (left.File, left.Order).CompareTo((right.File, right.Order)));
        if (kept.Count > _index.Options.Places) kept.RemoveRange(_index.Options.Places, kept.Count - _index.Options.Places);
    }

    private OverlapItem Item(int item, Gathered gathered, int ngrams, int found) => new()
    {
        Number = item + 1,
        Text = _index.Items[item],
        Words = _index.Words(item),
        NGrams = ngrams,
        NGramsFound = found,
        Similarity = gathered.Similarity,
        Exact = Places(gathered.Exact),
        Near = Places(gathered.Near),
        Partial = Places(gathered.Partial),
        Outcome = _index.Words(item) == 0 ? OverlapOutcome.Empty
            : gathered.Exact.Count > 0 ? OverlapOutcome.Exact
            : gathered.Near.Count > 0 ? OverlapOutcome.Near
            : found > 0 ? OverlapOutcome.Partial
            : _index.Words(item) < _index.Options.NGram ? OverlapOutcome.TooShort
            : OverlapOutcome.NotFound,
    };

    private ImmutableArray<OverlapPlace> Places(List<Place> places) => [.. places.Select(place => new OverlapPlace(_files[place.File], place.Row, place.Offset))];

    private IEnumerable<string> Notes(ImmutableArray<OverlapItem> items)
    {
        int[] worded = [.. Enumerable.Range(0, items.Length).Where(item => items[item].Words > 0)];
        int repeated = worded.Length - worded.Select(item => Encoding.UTF8.GetString(_index.Text(item))).Distinct(StringComparer.Ordinal).Count();
        int tooShort = items.Count(static item => item.Outcome == OverlapOutcome.TooShort);
        if (repeated > 0) yield return Said($"Test items that repeat an earlier one word by word, each of them counted: {repeated}.");
        if (worded.Length < items.Length) yield return Said($"Test items without a word, of which nothing can be found: {items.Length - worded.Length}.");
        if (tooShort > 0) yield return Said($"Test items of fewer than {_index.Options.NGram} words, looked for as a whole only and not found: {tooShort}.");
        if (_size.Documents == 0) yield return "The corpus holds no document.";
        if (_size.InvalidDocuments > 0)
            yield return Said($"Documents that are not valid UTF-8, searched as the bytes they are: {_size.InvalidDocuments}; in another encoding little is found.");
        if (_size.SkippedRows > 0) yield return Said($"Rows of JSON Lines without a text (text or contents), passed over: {_size.SkippedRows}.");
    }

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
