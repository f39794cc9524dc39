using System.Text;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.People;
using Assay.Storage.Annotations;
using Assay.Storage.Files;
using Assay.Storage.Outputs;

namespace Assay.Storage.People;

/// <summary>
/// Reads files of verdicts, of people or of judges: AlpacaEval's annotations and cross-annotations, PandaLM's test set and its judges' files, and any JSON
/// array, JSON Lines or CSV whose columns are named; each plain or gzip. A file's kind is told by the fields of its first row. Texts are measured and
/// hashed as they pass, so memory follows the number of rows and pairs. For one thread; PandaLM's test set must be read before its judges' files.
/// </summary>
/// <param name="vocabulary">Where texts and pairs get their numbers; shared by the files of one result.</param>
/// <param name="columns">Where files with columns of their own keep what.</param>
public sealed class VerdictFileReader(VerdictVocabulary vocabulary, VerdictColumns columns)
{
    private readonly PandaIndex _index = new();

    /// <summary>All verdicts of a file, in the file's order; none for an empty array or an empty file of JSON Lines.</summary>
    /// <exception cref="InputException">The file cannot be read, is of no known kind, or has a row that cannot be understood; names file, row and
    /// field.</exception>
    public IReadOnlyList<AnnotatorVerdict> Read(string path, VerdictSource source, CancellationToken cancellation) => IsCsv(path)
        ? CsvTable.Read(path, table => ReadCsv(table, path, source, cancellation))
        : ReadJson(path, source, cancellation);

    private List<AnnotatorVerdict> ReadJson(string path, VerdictSource source, CancellationToken cancellation)
    {
        List<AnnotatorVerdict> verdicts = [];
        using InputStream stream = new(path);
        using JsonRows rows = new(stream, path, AnnotationFileNames.IsJsonLines(path), "judgements");
        VerdictLayout? layout = null;
        CellRow? row = null;
        while (rows.TryNext(out ReadOnlySpan<byte> json))
        {
            cancellation.ThrowIfCancellationRequested();
            layout ??= Recognise(NamesOf(json), path, source);
            row ??= new CellRow(path, layout.Fields);
            row.Read(json, rows.Row);
            layout.Take(row, verdicts);
        }
        layout?.CheckWhole(path);
        return verdicts;
    }

    private List<AnnotatorVerdict> ReadCsv(CsvTable table, string path, VerdictSource source, CancellationToken cancellation)
    {
        List<AnnotatorVerdict> verdicts = [];
        VerdictLayout layout = Recognise(table.Columns, path, source);
        int[] positions = [.. layout.Fields.Select(field => table.Columns.IndexOf(field))];
        CellRow row = new(path, layout.Fields);
        while (table.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            row.Begin(table.Row);
            for (int i = 0; i < positions.Length; i++)
            {
                if (positions[i] >= 0) row.SetText(i, table.Utf8(positions[i]));
            }
            layout.Take(row, verdicts);
        }
        layout.CheckWhole(path);
        return verdicts;
    }

    private VerdictLayout Recognise(IReadOnlyList<string> fields, string path, VerdictSource source)
    {
        string? missing = ColumnLayout.Missing(fields, columns);
        if (columns.IsGiven && missing is null) return new ColumnLayout(columns, source, vocabulary, JudgeName(path));
        if (ColumnLayout.IsUsual(fields))
        {
            // Columns are named for people's files: in one of them a name that is not there is mistyped, where a judge's file is just of another form.
            if (missing is not null && source == VerdictSource.People) throw NoColumn(missing, fields, path);
            return new ColumnLayout(VerdictColumns.Usual, source, vocabulary, JudgeName(path));
        }
        if (PandaTestSetLayout.Fits(fields)) return new PandaTestSetLayout(fields, vocabulary, _index);
        if (PandaJudgeLayout.Fits(fields)) return new PandaJudgeLayout(path, fields, vocabulary.Annotators.GetOrAdd(JudgeName(path)), _index);
        if (missing is not null) throw NoColumn(missing, fields, path);
        throw new InputException(
            $"{path} is of no known kind: its first row has {Names(fields)}; "
            + "name its columns, such as --columns item=COLUMN,annotator=COLUMN,preference=COLUMN.");
    }

    private static InputException NoColumn(string missing, IReadOnlyList<string> fields, string path)
    {
        string hint = NearestName.Hint(missing, fields);
        return new InputException($"{path} has no column \"{missing}\"{(hint.Length > 0 ? hint : $"; it has {Names(fields)}.")}");
    }

    /// <summary>Whether a file is in a form that only people's judgements have: CSV, or PandaLM's test set.</summary>
    /// <returns>False too for a file that cannot be read: the reader that goes through it says what is wrong.</returns>
    public static bool HoldsPeoples(string path)
    {
        if (IsCsv(path)) return true;
        try
        {
            using InputStream stream = new(path);
            using JsonRows rows = new(stream, path, AnnotationFileNames.IsJsonLines(path), "judgements");
            return rows.TryNext(out ReadOnlySpan<byte> json) && PandaTestSetLayout.Fits(NamesOf(json));
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>The names of an object's fields.</summary>
    internal static List<string> NamesOf(ReadOnlySpan<byte> json)
    {
        List<string> names = [];
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = JsonRows.MostDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            reader.Read();
            reader.Skip();
        }
        return names;
    }

    private static string Names(IEnumerable<string> fields) => string.Join(", ", fields.Take(20).Select(InputErrors.Quote));

    /// <summary>True for <c>.csv</c> and <c>.csv.gz</c>.</summary>
    internal static bool IsCsv(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);

    // gpt-3.5-turbo-testset-v1.json is by gpt-3.5-turbo; a run's annotations.json by no one whose name it tells.
    private static string JudgeName(string path)
    {
        string name = Path.GetFileName(path);
        foreach (string extension in (ReadOnlySpan<string>)[".gz", ".json", ".jsonl", ".csv"])
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && name.Length > extension.Length) name = name[..^extension.Length];
        }
        int testSet = name.IndexOf("-testset", StringComparison.Ordinal);
        return testSet > 0 ? name[..testSet] : name;
    }
}
