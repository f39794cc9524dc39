using System.Text;
using Assay.Core.Audits.Overlap;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Audits.Overlap;

public sealed class OverlapScannerTests
{
    private const string Item = "The quick brown fox jumps over the lazy dog and runs far away from here tonight.";

    [Fact]
    public void An_item_in_the_middle_of_a_text_is_found_whole_where_it_begins()
    {
        OverlapItem item = Audit([Item], $"é some text. {Item} More text.").Items[0];
        Assert.Equal((OverlapOutcome.Exact, 4, 4), (item.Outcome, item.NGrams, item.NGramsFound));
        Assert.Equal([new OverlapPlace("0", null, 14)], item.Exact.AsEnumerable());
        Assert.Equal([new OverlapPlace("0", null, 14)], item.Partial.AsEnumerable());
    }

    [Fact]
    public void Case_punctuation_and_white_space_do_not_count()
    {
        string written = Item.ToUpperInvariant().Replace(" ", "\u00A0\u2003\r\n\t ", StringComparison.Ordinal).Replace("FOX", "(f-o'x)", StringComparison.Ordinal);
        Assert.Equal(OverlapOutcome.Exact, Audit([Item], written).Items[0].Outcome);
    }

    [Fact]
    public void A_part_of_an_item_gives_the_share_of_its_n_grams()
    {
        OverlapItem item = Audit([Item], "Once the quick brown fox jumps over the lazy dog and runs far away, home.").Items[0];
        Assert.Equal((OverlapOutcome.Partial, 0.25), (item.Outcome, item.Share));
        Assert.Equal(5, item.Partial[0].Offset);
    }

    [Fact]
    public void A_changed_word_leaves_a_near_duplicate_with_its_similarity()
    {
        OverlapItem item = Audit([Item], "Another line.\n" + Item.Replace("tonight", "today", StringComparison.Ordinal) + "\nA last one.").Items[0];
        Assert.Equal((OverlapOutcome.Near, 13.0 / 15), (item.Outcome, item.Similarity));
        Assert.Equal([new OverlapPlace("0", null, 14)], item.Near.AsEnumerable());
    }

    [Fact]
    public void A_document_of_several_lines_is_compared_as_a_whole_too()
    {
        string test = "one two three four five six seven\neight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen";
        Assert.Equal(OverlapOutcome.Near, Audit([test], test.Replace("seventeen", "eighteen", StringComparison.Ordinal)).Items[0].Outcome);
    }

    [Fact]
    public void A_shorter_item_must_be_found_whole_or_is_too_short()
    {
        OverlapReport report = Audit(["lazy dog", "lazy cat", "?!"], Item);
        Assert.Equal([OverlapOutcome.Exact, OverlapOutcome.TooShort, OverlapOutcome.Empty], report.Items.Select(static item => item.Outcome));
        Assert.Contains("Test items without a word, of which nothing can be found: 1.", report.Notes);
    }

    [Fact]
    public void A_word_is_found_as_a_whole_word_only()
    {
        Assert.Equal([OverlapOutcome.TooShort, OverlapOutcome.TooShort], Audit(["lazy do", "azy dog"], Item).Items.Select(static item => item.Outcome));
    }

    [Fact]
    public void Nothing_is_found_across_two_documents()
    {
        int half = Item.IndexOf("over", StringComparison.Ordinal);
        Assert.Equal(OverlapOutcome.NotFound, Audit([Item], Item[..half], Item[half..]).Items[0].Outcome);
    }

    [Fact]
    public void An_empty_corpus_holds_nothing_and_says_so()
    {
        OverlapReport report = Audit([Item]);
        Assert.Equal(OverlapOutcome.NotFound, report.Items[0].Outcome);
        Assert.Contains("The corpus holds no document.", report.Notes);
    }

    [Fact]
    public void Repeated_items_are_each_found_and_said()
    {
        OverlapReport report = Audit([Item, Item.ToUpperInvariant()], Item);
        Assert.Equal(2, report.Count(OverlapOutcome.Exact));
        Assert.Contains("Test items that repeat an earlier one word by word, each of them counted: 1.", report.Notes);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_letters_and_counted()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(Item), (byte)' ', 0xFF, 0xC3, (byte)' ', .. Encoding.UTF8.GetBytes(Item[4..]), 0xE2];
        OverlapReport report = Audit([Item, "\u00FF quick"], [text], text.Length);
        Assert.Equal((1, OverlapOutcome.Exact, OverlapOutcome.TooShort), (report.Corpus.InvalidDocuments, report.Items[0].Outcome, report.Items[1].Outcome));
    }

    [Fact]
    public void Words_longer_than_all_items_pass_through()
    {
        Assert.Equal(OverlapOutcome.Exact, Audit([Item], new string('x', 500_000) + " " + Item + " " + new string('y', 300_000)).Items[0].Outcome);
    }

    [Fact]
    public void Places_are_the_first_ones_of_the_first_files()
    {
        OverlapIndex index = new([Item], new OverlapOptions { Places = 2 });
        OverlapCollector collector = new(index, ["a", "b", "c"]);
        OverlapScanner scanner = new(index);
        foreach (int file in new[] { 2, 0, 1 })
        {
            Scan(scanner, Encoding.UTF8.GetBytes(Item), 7);
            collector.EndFile(file, scanner);
        }
        Assert.Equal(["a", "b"], collector.Report().Items[0].Exact.Select(static place => place.File));
    }

    // Few words, so that parts of items come up by chance, and all ways of writing them.
    private static Gen<string> Texts(int words) =>
        Gen.Elements("a", "B", "c!", "Ä", "d", "-", "e-f", "\u3000", "é\n").ListOf(words).Select(static list => string.Join(' ', list));

    [Fact]
    public void What_is_found_is_what_a_plain_search_finds_however_the_text_is_cut()
    {
        Gen<(string Item, string Text, int N, int Piece)> cases =
            from item in Texts(7)
            from text in Texts(300)
            from n in Gen.Choose(1, 8)
            from piece in Gen.Choose(1, 40)
            select (item, text, n, piece);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(cases.ToArbitrary(), static given =>
        {
            OverlapItem found = Audit([given.Item], [Encoding.UTF8.GetBytes(given.Text)], given.Piece, given.N).Items[0];
            string words = NormalizedText.Of(given.Item).ToString(), text = $" {NormalizedText.Of(given.Text)} ";
            string[] split = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int n = Math.Min(given.N, split.Length);
            string[] ngrams = n == 0 ? [] : [.. Enumerable.Range(0, split.Length - n + 1).Select(i => string.Join(' ', split.Skip(i).Take(n))).Distinct()];
            Assert.Equal((ngrams.Length, ngrams.Count(ngram => text.Contains($" {ngram} ", StringComparison.Ordinal))), (found.NGrams, found.NGramsFound));
            Assert.Equal(n > 0 && text.Contains($" {words} ", StringComparison.Ordinal), found.Outcome == OverlapOutcome.Exact);
        }));
    }

    [Fact]
    public void An_inserted_item_is_always_found()
    {
        Gen<(string Item, string Before, string After)> cases = from item in Texts(20) from before in Texts(100) from after in Texts(100) select (item, before, after);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(cases.ToArbitrary(), static given =>
        {
            if (NormalizedText.Of(given.Item).Words.IsEmpty) return;
            Assert.Equal(OverlapOutcome.Exact, Audit([given.Item], $"{given.Before} {given.Item} {given.After}").Items[0].Outcome);
        }));
    }

    private static OverlapReport Audit(string[] items, params string[] documents) => Audit(items, [.. documents.Select(Encoding.UTF8.GetBytes)], 1 << 20);

    private static OverlapReport Audit(string[] items, byte[][] documents, int piece, int n = 13)
    {
        OverlapIndex index = new(items, new OverlapOptions { NGram = n });
        OverlapCollector collector = new(index, [.. Enumerable.Range(0, documents.Length).Select(static i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        OverlapScanner scanner = new(index);
        for (int file = 0; file < documents.Length; file++)
        {
            Scan(scanner, documents[file], piece);
            collector.EndFile(file, scanner);
        }
        return collector.Report();
    }

    private static void Scan(OverlapScanner scanner, byte[] text, int piece)
    {
        scanner.BeginDocument(row: null, offset: 0);
        foreach (byte[] part in text.Chunk(piece)) scanner.Append(part);
        scanner.EndDocument();
    }
}
