using System.Text;
using Assay.Core.Errors;
using Assay.Storage.Annotations;
using Assay.Storage.Files;
using Assay.Storage.Outputs;

namespace Assay.Storage.Texts;

/// <summary>
/// Reads the examples of a test set in their order: the rows of a JSON array (<c>.json</c>) or of JSON Lines (<c>.jsonl</c>), or the lines of a text file that
/// are not
/// empty; plain or gzip.
/// </summary>
public static class ExampleFile
{
    /// <summary>All examples.</summary>
    /// <param name="path">The file.</param>
    /// <param name="field">The field that holds an example's text; not used for text files.</param>
    /// <param name="cancellation">Stops the reading between examples.</param>
    /// <exception cref="InputException">The file cannot be read, or a row has no such field or an empty one; names file, row and field.</exception>
    public static IReadOnlyList<string> Read(string path, string field, CancellationToken cancellation)
    {
        List<string> examples = IsJson(path) ? Rows(path, field, cancellation) : Lines(path, cancellation);
        return examples.Count > 0 ? examples : throw new InputException($"{path} holds no example; there is nothing to audit.");
    }

    private static bool IsJson(string path) =>
        AnnotationFileNames.IsJsonLines(path)
        || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);

    private static List<string> Rows(string path, string field, CancellationToken cancellation)
    {
        List<string> examples = [];
        string[] fields = [field];
        using InputStream stream = new(path);
        using JsonRows rows = new(stream, path, AnnotationFileNames.IsJsonLines(path), "examples");
        while (rows.TryNext(out ReadOnlySpan<byte> json))
        {
            cancellation.ThrowIfCancellationRequested();
            string text = JsonRow.Read(json, path, rows.Row, fields).Text(field, "name the field that holds the examples with --field");
            if (text.Length == 0) throw new InputException($"{path}, row {rows.Row}: the field \"{field}\" is empty; leave the row out.");
            examples.Add(text);
        }
        return examples;
    }

    private static List<string> Lines(string path, CancellationToken cancellation)
    {
        List<string> examples = [];
        using InputStream stream = new(path);
        using StreamReader reader = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            while (reader.ReadLine() is { } line)
            {
                cancellation.ThrowIfCancellationRequested();
                if (line.Length > 0) examples.Add(line);
            }
        }
        catch (DecoderFallbackException error)
        {
            throw new InputException($"{path} is not valid UTF-8; save it in UTF-8.", error);
        }
        return examples;
    }
}
