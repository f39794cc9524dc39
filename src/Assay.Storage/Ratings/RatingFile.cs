using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Ratings;
using Assay.Storage.Annotations;
using Assay.Storage.Files;
using Assay.Storage.Outputs;
using Assay.Storage.People;

namespace Assay.Storage.Ratings;

/// <summary>
/// Reads ratings from a CSV file with a header, from a JSON array of objects or JSON Lines, or from a JSON object of columns as lists; each plain or gzip.
/// Other columns are passed over. Rows stream, but for columns as lists, whose file is held whole.
/// </summary>
public static class RatingFile
{
    /// <summary>The ratings, in the file's order.</summary>
    /// <exception cref="InputException">
    /// The file cannot be read, lacks a column, or has a score that is no number or outside its scale, or a row without group or cluster; names file, row
    /// and field.
    /// </exception>
    public static RatingSet Read(string path, RatingColumns columns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(columns);
        RatingRowReader reader = new(path, columns);
        List<RatingRow> rows = [];
        if (VerdictFileReader.IsCsv(path)) CsvTable.Read(path, table => ReadCsv(table, reader, rows, cancellation));
        else if (!AnnotationFileNames.IsJsonLines(path) && BeginsWithObject(path)) InputFile.Read(
            path, stream => ReadColumns(stream, path, reader, rows, cancellation));
        else ReadRows(path, reader, rows, cancellation);
        return new RatingSet(columns.Scores, rows, columns.Group, columns.Cluster);
    }

    private static int ReadCsv(CsvTable table, RatingRowReader reader, List<RatingRow> rows, CancellationToken cancellation)
    {
        int[] positions = [.. reader.Fields.Select(field => table.Columns.IndexOf(field))];
        reader.CheckColumns(table.Columns);
        while (table.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Cells.Begin(table.Row);
            for (int i = 0; i < positions.Length; i++) reader.Cells.SetText(i, table.Utf8(positions[i]));
            rows.Add(reader.Take());
        }
        return rows.Count;
    }

    private static void ReadRows(string path, RatingRowReader reader, List<RatingRow> rows, CancellationToken cancellation)
    {
        using InputStream stream = new(path);
        using JsonRows objects = new(stream, path, AnnotationFileNames.IsJsonLines(path), "ratings");
        while (objects.TryNext(out ReadOnlySpan<byte> json))
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.Count == 0) reader.CheckColumns(VerdictFileReader.NamesOf(json));
            reader.Cells.Read(json, objects.Row);
            rows.Add(reader.Take());
        }
    }

    private static int ReadColumns(Stream stream, string path, RatingRowReader reader, List<RatingRow> rows, CancellationToken cancellation)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            reader.CheckColumns([.. document.RootElement.EnumerateObject().Select(property => property.Name)]);
            JsonElement[] lists = [.. reader.Fields.Select(field => List(document.RootElement, field, path))];
            int length = lists[0].GetArrayLength();
            for (int i = 1; i < lists.Length; i++)
            {
                if (lists[i].GetArrayLength() == length) continue;
                throw new InputException(
                    $"{path}: the column \"{reader.Fields[i]}\" has {lists[i].GetArrayLength()} values and \"{reader.Fields[0]}\" has {length}; give every column one value a row.");
            }
            JsonElement.ArrayEnumerator[] walks = [.. lists.Select(list => list.EnumerateArray())];
            for (int row = 1; row <= length; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                reader.Cells.Begin(row);
                for (int i = 0; i < walks.Length; i++)
                {
                    walks[i].MoveNext();
                    reader.Cells.SetText(i, System.Text.Encoding.UTF8.GetBytes(Text(walks[i].Current)));
                }
                rows.Add(reader.Take());
            }
            return length;
        }
        catch (JsonException error)
        {
            throw new InputException(
                $"{path} is not JSON: something is wrong at line {error.LineNumber + 1}; correct it, or name it .jsonl if every line is an object.", error);
        }
        catch (InvalidOperationException error)
        {
            throw new InputException($"{path} has a text with half a surrogate pair, which is no character; correct it.", error);
        }
    }

    private static JsonElement List(JsonElement columns, string field, string path) => columns.GetProperty(field) is { ValueKind: JsonValueKind.Array } list
        ? list
        : throw new InputException($"{path}: the column \"{field}\" is {Describe(columns.GetProperty(field))} where a list of its values was expected.");

    private static string Describe(JsonElement value) => value.ValueKind == JsonValueKind.Object ? "an object" : "a single value";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static bool BeginsWithObject(string path)
    {
        using InputStream stream = new(path);
        int next;
        do next = stream.ReadByte();
        while (next is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF);
        return next == '{';
    }
}
