using System.Text.Json;
using Assay.Core.Errors;
using Assay.Storage.Files;
using Assay.Storage.Outputs;

namespace Assay.Storage.Scenarios;

/// <summary>
/// Reads the rows of a data file: a JSON array of objects, or an object with such an array in it; JSON Lines (<c>.jsonl</c>, <c>.ndjson</c>); CSV; TSV; each
/// plain or gzip. One row is held at a time, but for an object with an array in it, which is read whole.
/// </summary>
internal static class DataFile
{
    /// <summary>All rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The array's name in an object; null: the only array of objects there is.</param>
    /// <param name="header">Columns of a CSV or TSV file without a header; empty: its first line.</param>
    /// <exception cref="InputException">While reading: the file cannot be read, or is not what its name says.</exception>
    public static IEnumerable<DataRow> Read(string path, string? rows, IReadOnlyList<string> header) => Extension(path) switch
    {
        ".csv" => ReadCells(path, ',', header),
        ".tsv" or ".tab" => ReadCells(path, '\t', header),
        ".jsonl" or ".ndjson" => ReadLines(path, isLines: true),
        _ => ReadJson(path, rows),
    };

    /// <summary>The name without folder, <c>.gz</c> and extension.</summary>
    public static string Stem(string path)
    {
        string name = Path.GetFileName(path);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return Path.GetFileNameWithoutExtension(name);
    }

    /// <summary>The extension in lower case, without <c>.gz</c>.</summary>
    public static string Extension(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant();
    }

    private static IEnumerable<DataRow> ReadJson(string path, string? rows) =>
        FirstByte(path) == '{' ? ReadObject(path, rows) : ReadLines(path, isLines: false);

    private static IEnumerable<DataRow> ReadLines(string path, bool isLines)
    {
        using InputStream stream = new(path);
        using JsonRows rows = new(stream, path, isLines, "rows");
        while (rows.TryNext(out ReadOnlySpan<byte> json))
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = JsonRows.MostDepth });
            yield return new DataRow(path, rows.Row, JsonElement.ParseValue(ref reader));
        }
    }

    private static List<DataRow> ReadObject(string path, string? rows)
    {
        byte[] bytes = InputFile.Read(path, static stream =>
        {
            using MemoryStream all = new();
            stream.CopyTo(all);
            return all.ToArray();
        });
        JsonElement root;
        try
        {
            ReadOnlyMemory<byte> json = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
            root = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonRows.MostDepth }).RootElement;
        }
        catch (JsonException error)
        {
            throw new InputException($"{path} is not JSON: line {(error.LineNumber ?? 0) + 1} cannot be read; name it .jsonl if it is JSON Lines.", error);
        }
        List<DataRow> found = [];
        foreach (JsonElement row in Array(path, root, rows).EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object) throw new InputException(
                $"{path}, row {found.Count + 1} is no object; every element of the array must be one.");
            found.Add(new DataRow(path, found.Count + 1, row));
        }
        return found;
    }

    private static JsonElement Array(string path, JsonElement root, string? rows)
    {
        if (rows is not null)
        {
            if (root.TryGetProperty(rows, out JsonElement named) && named.ValueKind == JsonValueKind.Array) return named;
            string members = string.Join(", ", root.EnumerateObject().Select(static member => InputErrors.Quote(member.Name)));
            throw new InputException($"{path} has no array \"{rows}\"; its members are {members}.");
        }
        JsonProperty[] arrays = [.. root.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.Array)];
        if (arrays.Length == 1) return arrays[0].Value;
        throw new InputException(arrays.Length == 0
            ? $"{path} is an object without an array of rows; name it .jsonl if it is JSON Lines."
            : $"{path} has several arrays ({string.Join(", ", arrays.Select(static member => InputErrors.Quote(member.Name)))}); say with \"rows\" which one holds the rows.");
    }

    private static char FirstByte(string path)
    {
        using InputStream stream = new(path);
        Span<byte> one = stackalloc byte[1];
        while (stream.Read(one) == 1)
        {
            if (one[0] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0xEF or 0xBB or 0xBF)) return (char)one[0];
        }
        return '\0';
    }

    // Read whole: the reader of cells cannot wait between rows.
    private static List<DataRow> ReadCells(string path, char separator, IReadOnlyList<string> header) =>
        CsvTable.ReadRows(path, separator, header, static (file, number, cells) => new DataRow(file, number, cells));
}
