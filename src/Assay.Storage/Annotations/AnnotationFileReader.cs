using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Storage.Files;

namespace Assay.Storage.Annotations;

/// <summary>
/// Reads files of pairwise annotations as AlpacaEval writes them: a JSON array of objects, or JSON Lines where the name ends in
/// <c>.jsonl</c> (or <c>.jsonl.gz</c>), each plain or gzip. Fields read: <c>instruction</c>, <c>output_1</c>, <c>output_2</c>,
/// <c>generator_1</c>, <c>generator_2</c>, <c>preference</c>, and, where present, <c>dataset</c>, <c>annotator</c> and the <c>notes</c> of our own runs; all
/// others are skipped.
/// Outputs are measured, hashed and sketched as they pass, so memory follows the number of rows and not their texts.
/// Safe for use from several threads, one file each.
/// </summary>
public sealed class AnnotationFileReader
{
    private const int DefaultWindowSize = 1 << 18;

    private readonly AnnotationVocabulary _vocabulary;
    private readonly int _windowSize;

    /// <param name="vocabulary">Where instructions and names get their numbers; shared by the files of one result.</param>
    public AnnotationFileReader(AnnotationVocabulary vocabulary) : this(vocabulary, DefaultWindowSize) { }

    /// <param name="vocabulary">Where instructions and names get their numbers.</param>
    /// <param name="windowSize">Bytes of JSON held at a time, at least 1; grows where a single text is longer.</param>
    internal AnnotationFileReader(AnnotationVocabulary vocabulary, int windowSize)
    {
        _vocabulary = vocabulary;
        _windowSize = windowSize;
    }

    /// <summary>All rows of a file, in the file's order; none for an empty array or an empty file of JSON Lines.</summary>
    /// <exception cref="InputException">The file cannot be read, is damaged, is not JSON, or has a row that is no annotation.</exception>
    public IReadOnlyList<AnnotationRow> Read(string path, CancellationToken cancellation) =>
        InputFile.Read(path, stream => Parse(stream, path, cancellation));

    /// <summary>All rows of a stream, plain or gzip; <paramref name="name"/> decides the format and stands for the stream in errors.</summary>
    internal List<AnnotationRow> Read(Stream stream, string name, CancellationToken cancellation) =>
        InputFile.ReadStream(stream, name, plain => Parse(plain, name, cancellation));

    private List<AnnotationRow> Parse(Stream stream, string name, CancellationToken cancellation)
    {
        using AnnotationParser parser = new(_vocabulary, name, AnnotationFileNames.IsJsonLines(name));
        return parser.Parse(stream, _windowSize, cancellation);
    }
}
