using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Assay.Core.Audits.Overlap;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Contracts;

/// <summary>The JSON of <c>assay audit overlap</c>.</summary>
internal sealed record OverlapContract
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), Description("Version of this contract."), AllowedValues(Version)]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("ngram"), Description("Words in an n-gram.")]
    public required int NGram { get; init; }

    [JsonPropertyName("shingle"), Description("Words in the n-grams that near duplicates are compared by.")]
    public required int Shingle { get; init; }

    [JsonPropertyName("similarity"), Description("Jaccard similarity, 0 to 1, from which a passage is a near duplicate.")]
    public required double Similarity { get; init; }

    [JsonPropertyName("near_probability"), Description("Probability, 0 to 1, with which MinHash finds a passage exactly at that similarity.")]
    public required double NearProbability { get; init; }

    [JsonPropertyName("n_files"), Description("Files of the corpus.")]
    public required long NFiles { get; init; }

    [JsonPropertyName("n_documents"), Description("Text files and rows of JSON Lines.")]
    public required long NDocuments { get; init; }

    [JsonPropertyName("n_bytes"), Description("Bytes of text, inflated and unescaped.")]
    public required long NBytes { get; init; }

    [JsonPropertyName("n_invalid_documents"), Description("Documents that are not valid UTF-8; searched as they are.")]
    public required long NInvalidDocuments { get; init; }

    [JsonPropertyName("n_skipped_rows"), Description("Rows of JSON Lines without a text.")]
    public required long NSkippedRows { get; init; }

    [JsonPropertyName("n_items"), Description("Test items.")]
    public required int NItems { get; init; }

    [JsonPropertyName("outcomes"), Description("Items by outcome; every outcome is there.")]
    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    [JsonPropertyName("items"), Description("The items, in the test set's order.")]
    public required IReadOnlyList<OverlapItemContract> Items { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }

    public static OverlapContract Of(OverlapReport report) => new()
    {
        SchemaVersion = Version,
        NGram = report.Options.NGram,
        Shingle = report.Options.Shingle,
        Similarity = report.Options.Similarity,
        NearProbability = report.NearProbability,
        NFiles = report.Corpus.Files,
        NDocuments = report.Corpus.Documents,
        NBytes = report.Corpus.Bytes,
        NInvalidDocuments = report.Corpus.InvalidDocuments,
        NSkippedRows = report.Corpus.SkippedRows,
        NItems = report.Items.Length,
        Outcomes = new OrderedDictionary<string, int>(Enum.GetValues<OverlapOutcome>().Select(outcome => KeyValuePair.Create(OverlapWords.Name(outcome), report.Count(outcome)))),
        Items = [.. report.Items.Select(OverlapItemContract.Of)],
        Notes = report.Notes,
    };
}

/// <summary>One test item.</summary>
internal sealed record OverlapItemContract
{
    [JsonPropertyName("item"), Description("Its place in the test set, from 1.")]
    public required int Item { get; init; }

    [JsonPropertyName("outcome"), Description("exact, near, partial, not_found, too_short or empty.")]
    public required string Outcome { get; init; }

    [JsonPropertyName("words"), Description("Its words after normalisation.")]
    public required int Words { get; init; }

    [JsonPropertyName("n_ngrams"), Description("Its distinct n-grams; a shorter item counts as one.")]
    public required int NNGrams { get; init; }

    [JsonPropertyName("n_ngrams_found"), Description("Those that occur in the corpus.")]
    public required int NNGramsFound { get; init; }

    [JsonPropertyName("found"), Description("Their share in percent, 0 to 100; null for an item without words.")]
    public required double? Found { get; init; }

    [JsonPropertyName("similarity"), Description("Greatest Jaccard similarity, 0 to 1, of a near duplicate; null where there is none.")]
    public required double? Similarity { get; init; }

    [JsonPropertyName("exact_places"), Description("Where the whole item occurs, the first places.")]
    public required IReadOnlyList<OverlapPlaceContract> ExactPlaces { get; init; }

    [JsonPropertyName("near_places"), Description("Where near duplicates are, the first ones.")]
    public required IReadOnlyList<OverlapPlaceContract> NearPlaces { get; init; }

    [JsonPropertyName("ngram_places"), Description("Where its n-grams begin to be found, the first places.")]
    public required IReadOnlyList<OverlapPlaceContract> NGramPlaces { get; init; }

    public static OverlapItemContract Of(OverlapItem item) => new()
    {
        Item = item.Number,
        Outcome = OverlapWords.Name(item.Outcome),
        Words = item.Words,
        NNGrams = item.NGrams,
        NNGramsFound = item.NGramsFound,
        Found = 100 * item.Share,
        Similarity = item.Similarity,
        ExactPlaces = [.. item.Exact.Select(OverlapPlaceContract.Of)],
        NearPlaces = [.. item.Near.Select(OverlapPlaceContract.Of)],
        NGramPlaces = [.. item.Partial.Select(OverlapPlaceContract.Of)],
    };
}

/// <summary>A place in the corpus.</summary>
internal sealed record OverlapPlaceContract
{
    [JsonPropertyName("file"), Description("The file.")]
    public required string File { get; init; }

    [JsonPropertyName("row"), Description("The row of JSON Lines, from 1; null in text files.")]
    public required long? Row { get; init; }

    [JsonPropertyName("offset"), Description("Bytes of the inflated file before the row, or before the text found in a text file.")]
    public required long Offset { get; init; }

    public static OverlapPlaceContract Of(OverlapPlace place) => new() { File = place.File, Row = place.Row, Offset = place.Offset };
}
