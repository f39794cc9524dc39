using System.Globalization;
using System.Text;
using Assay.Core.Audits.Calibration;
using Assay.Core.Errors;
using Assay.Storage.Annotations;
using Assay.Storage.Files;
using Assay.Storage.Outputs;
using Assay.Storage.People;

namespace Assay.Storage.Confidences;

/// <summary>
/// Reads answers' confidences and outcomes from a CSV file with a header, a JSON array of objects or JSON Lines; each plain or gzip. Other columns are passed
/// over. Rows without confidence or outcome are left out and counted.
/// </summary>
public sealed class ConfidenceFile
{
    private readonly string _path;
    private readonly ConfidenceColumns _columns;
    private readonly CellRow _cells;
    private readonly List<double> _confidences = [];
    private readonly List<bool> _isRight = [];
    private int _leftOut;

    private ConfidenceFile(string path, ConfidenceColumns columns)
    {
        (_path, _columns) = (path, columns);
        _cells = new CellRow(path, [columns.Confidence, columns.Correct]);
    }

    /// <summary>All answers of the file.</summary>
    /// <exception cref="InputException">
    /// The file cannot be read, lacks a column, has a confidence that is neither in its range nor in words that are known, or an outcome that is not true or
    /// false; names file, row and field.
    /// </exception>
    public static ConfidenceSample Read(string path, ConfidenceColumns columns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ConfidenceFile file = new(path, columns);
        if (VerdictFileReader.IsCsv(path)) CsvTable.Read(path, table => file.ReadCsv(table, cancellation));
        else file.ReadJson(cancellation);
        if (file._confidences.Count == 0)
            throw new InputException($"{path} has no row with both \"{columns.Confidence}\" and \"{columns.Correct}\"; nothing can be computed from it.");
        return new ConfidenceSample([.. file._confidences], [.. file._isRight], file._leftOut);
    }

    private int ReadCsv(CsvTable table, CancellationToken cancellation)
    {
        CheckColumns(table.Columns);
        int[] positions = [table.Column(_columns.Confidence), table.Column(_columns.Correct)];
        while (table.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            _cells.Begin(table.Row);
            for (int i = 0; i < positions.Length; i++) _cells.SetText(i, table.Utf8(positions[i]));
            Take();
        }
        return _confidences.Count;
    }

    private void ReadJson(CancellationToken cancellation)
    {
        using InputStream stream = new(_path);
        using JsonRows rows = new(stream, _path, AnnotationFileNames.IsJsonLines(_path), "answers");
        bool isFirst = true;
        while (rows.TryNext(out ReadOnlySpan<byte> json))
        {
            cancellation.ThrowIfCancellationRequested();
            if (isFirst) CheckColumns(VerdictFileReader.NamesOf(json));
            isFirst = false;
            _cells.Read(json, rows.Row);
            Take();
        }
    }

    private void CheckColumns(IReadOnlyList<string> present)
    {
        foreach ((string field, string option) in new[] { (_columns.Confidence, "--confidence-column"), (_columns.Correct, "--correct-column") })
        {
            if (present.Contains(field, StringComparer.Ordinal)) continue;
            string has = string.Join(", ", present.Take(20).Select(InputErrors.Quote));
            throw new InputException($"{_path} has no column \"{InputErrors.Quote(field)}\"; it has {has}: name one of them with {option}.");
        }
    }

    private void Take()
    {
        double? confidence = Confidence();
        bool? isRight = IsRight();
        if (confidence is not double sure || isRight is not bool right)
        {
            _leftOut++;
            return;
        }
        _confidences.Add(sure);
        _isRight.Add(right);
    }

    private double? Confidence()
    {
        const int field = 0;
        if (_cells.Kind(field) is CellKind.Null or CellKind.Missing) return null;
        string text = _cells.Has(field) ? Encoding.UTF8.GetString(_cells.Utf8(field)) : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            if (number >= 0 && number <= _columns.Scale) return number / _columns.Scale;
            string hint = _columns.Scale == 1 && number is > 1 and <= 100 ? "give --scale 100 if it is in percent, or correct it" : "correct it";
            throw _cells.Error(field, string.Create(
                CultureInfo.InvariantCulture, $"is {InputErrors.Quote(text)}; a confidence must be a number from 0 to {_columns.Scale}: {hint}."));
        }
        return _columns.Phrases.Read(text) ?? throw _cells.Error(
            field, $"is {_cells.Describe(field)}; it states no one number, percentage or known phrase: correct it, empty it to leave the row out, or give --phrases.");
    }

    private bool? IsRight()
    {
        const int field = 1;
        if (_cells.Kind(field) is CellKind.Null or CellKind.Missing) return null;
        return (_cells.Has(field) ? Encoding.UTF8.GetString(_cells.Utf8(field)).Trim().ToLowerInvariant() : "") switch
        {
            "true" or "1" or "1.0" => true,
            "false" or "0" or "0.0" => false,
            _ => throw _cells.Error(field, $"is {_cells.Describe(field)}; whether an answer is right must be true, false, 1 or 0."),
        };
    }
}
