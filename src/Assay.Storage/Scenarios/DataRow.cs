using System.Globalization;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Texts;
using Assay.Storage.Files;
using Assay.Storage.Outputs;

namespace Assay.Storage.Scenarios;

/// <summary>A row of a data file, whatever the file's form.</summary>
internal sealed class DataRow
{
    private readonly string _file;
    private readonly JsonElement _json;
    private readonly IReadOnlyDictionary<string, string>? _cells;

    /// <summary>A row of JSON.</summary>
    public DataRow(string file, int number, JsonElement json) => (_file, Number, _json) = (file, number, json);

    /// <summary>A row of CSV or TSV.</summary>
    public DataRow(string file, int number, IReadOnlyDictionary<string, string> cells) => (_file, Number, _cells) = (file, number, cells);

    /// <summary>Its number, from 1.</summary>
    public int Number { get; }

    /// <summary>File and row, for errors.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{_file}, row {Number}");

    /// <summary>The columns there are.</summary>
    public IEnumerable<string> Columns => _cells?.Keys ?? _json.EnumerateObject().Select(static member => member.Name);

    /// <summary>Whether the row has a column.</summary>
    public bool Has(string column) => Find(column) is not null;

    /// <summary>One text; a list of one is that one. A value that is no text is its JSON.</summary>
    /// <exception cref="InputException">There is no such column, or it is a list of several, or null.</exception>
    public string Text(string column)
    {
        IReadOnlyList<string> texts = Texts(column);
        return texts.Count == 1
            ? texts[0]
            : throw new InputException($"{Place}: the column \"{column}\" has {(texts.Count == 0 ? "no value" : "several values")}, where one text is needed.");
    }

    /// <summary>All texts of a column: of a list each, of null none.</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public IReadOnlyList<string> Texts(string column)
    {
        if (_cells is not null) return [Cell(column)];
        IReadOnlyList<JsonElement> values = Find(column) ?? throw NoColumn(column);
        List<string> texts = [];
        foreach (JsonElement value in values)
        {
            if (value.ValueKind == JsonValueKind.Array) texts.AddRange(value.EnumerateArray().Select(TextOf));
            else if (value.ValueKind != JsonValueKind.Null) texts.Add(TextOf(value));
        }
        return texts;
    }

    /// <summary>A column as a text, whatever it holds: a text as it is, all else as JSON.</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public string Whole(string column)
    {
        if (_cells is not null) return Cell(column);
        IReadOnlyList<JsonElement> values = Find(column) ?? throw NoColumn(column);
        return values.Count == 1 ? TextOf(values[0]) : JsonSerializer.Serialize(values);
    }

    /// <summary>A template with <c>{column}</c>s filled in, or where it has none, the column of that name.</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public string Fill(string columnOrTemplate) => columnOrTemplate.Contains('{', StringComparison.Ordinal)
        ? TextTemplate.Fill(columnOrTemplate, name => Has(name) ? Whole(name) : throw NoColumn(name))
        : Text(columnOrTemplate);

    private IReadOnlyList<JsonElement>? Find(string column) => _cells is not null
        ? _cells.ContainsKey(column) ? [] : null
        : ColumnPath.Find(_json, column);

    private string Cell(string column) => _cells!.TryGetValue(column, out string? cell) ? cell : throw NoColumn(column);

    private InputException NoColumn(string column)
    {
        string[] columns = [.. Columns.Select(InputErrors.Quote)];
        string hint = NearestName.Hint(column, columns);
        return new InputException($"{Place} has no column \"{InputErrors.Quote(column)}\"{(hint.Length > 0 ? hint.TrimEnd('?') + "? Its" : "; its")} columns are {string.Join(", ", columns)}.");
    }

    private static string TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value.GetRawText();
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which Python writes and .NET refuses.
            return WellFormedText.Of(JsonRow.Unescape(value.GetRawText()[1..^1]), out _);
        }
    }
}
