using System.Globalization;
using System.Text;
using Assay.Core.Errors;
using CsvHelper;

namespace Assay.Storage.Files;

/// <summary>
/// A CSV file with a header, read row by row; columns are found by their exact names. Uses CsvHelper's reader of cells and not its mapping
/// of rows to classes, whose reflection costs more than reading our files does.
/// </summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
    };

    private static readonly CsvReaderOptions TabOptions = Options with { Separator = '\t' };

    private readonly CsvReader _reader;
    private readonly string _file;
    private readonly string[] _header;

    private CsvTable(CsvReader reader, string file)
    {
        _reader = reader;
        _file = file;
        if (!reader.Read()) throw new InputException($"{file} is empty; a CSV file with a header was expected.");
        _header = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }

    private CsvTable(CsvReader reader, string file, string[] header) => (_reader, _file, _header) = (reader, file, header);

    /// <summary>The number of the row being read, from 1; the header is not counted.</summary>
    public int Row { get; private set; }

    /// <summary>Reads a file, plain or gzip, with <paramref name="read"/>.</summary>
    /// <exception cref="InputException">The file cannot be read, is empty, or is not CSV.</exception>
    public static T Read<T>(string path, Func<CsvTable, T> read) => InputFile.Read(path, stream =>
    {
        using CsvReader reader = CsvReader.Create(stream, Options, leaveOpen: true);
        try
        {
            return read(new CsvTable(reader, path));
        }
        catch (CsvFormatException error)
        {
            throw Malformed(path, error);
        }
    });

    private static InputException Malformed(string path, CsvFormatException error) => new(
        $"{path}, line {error.LineNumber}: a quotation mark is out of place or missing; put the cell in quotation marks and double those in it.", error);

    /// <summary>All rows of a file, plain or gzip, each as its cells by their columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="separator">A comma or a tab.</param>
    /// <param name="header">Its columns where the file has no header; empty: its first line is one.</param>
    /// <param name="convert">Makes what is wanted of file, number from 1 and cells.</param>
    /// <exception cref="InputException">The file cannot be read, is empty, has rows of another length, or cells that are not valid UTF-8.</exception>
    public static List<T> ReadRows<T>(
        string path, char separator, IReadOnlyList<string> header, Func<string, int, IReadOnlyDictionary<string, string>, T> convert) => InputFile.Read(path, stream =>
    {
        using CsvReader reader = CsvReader.Create(stream, separator == '\t' ? TabOptions : Options, leaveOpen: true);
        try
        {
            CsvTable table = header.Count == 0 ? new CsvTable(reader, path) : new CsvTable(reader, path, [.. header]);
            List<T> rows = [];
            while (table.Next()) rows.Add(convert(path, table.Row, table.Cells()));
            return rows;
        }
        catch (CsvFormatException error)
        {
            throw Malformed(path, error);
        }
    });

    /// <summary>The columns' names, in the file's order.</summary>
    public List<string> Columns => [.. _header];

    /// <summary>The position of the column of this name.</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public int Column(string name)
    {
        int column = Array.IndexOf(_header, name);
        if (column >= 0) return column;
        throw new InputException($"{_file} has no column \"{name}\"; its columns are {string.Join(", ", _header.Select(InputErrors.Quote))}.");
    }

    /// <summary>Goes on to the next row; empty lines are passed over.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Next()
    {
        if (!_reader.Read()) return false;
        Row++;
        return true;
    }

    /// <summary>A cell of the row.</summary>
    /// <exception cref="InputException">The row ends before the column, or the cell is not valid UTF-8.</exception>
    public string Text(int column)
    {
        ReadOnlySpan<byte> cell = Cell(column);
        if (!System.Text.Unicode.Utf8.IsValid(cell)) throw new InputException($"{Place(column)}: the cell is not valid UTF-8; save the file in UTF-8.");
        return Encoding.UTF8.GetString(cell);
    }

    /// <summary>A cell of the row as it stands in the file; its UTF-8 is not checked.</summary>
    /// <exception cref="InputException">The row ends before the column.</exception>
    public ReadOnlySpan<byte> Utf8(int column) => Cell(column);

    /// <summary>A cell of the row that is a finite number.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public double Number(int column)
    {
        if (double.TryParse(Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) return number;
        throw new InputException($"{Place(column)}: \"{InputErrors.Quote(Text(column))}\" is not a finite number; correct the cell.");
    }

    /// <summary>A cell of the row that is a whole number of at least 0.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public int Index(int column)
    {
        if (int.TryParse(Cell(column), NumberStyles.None, CultureInfo.InvariantCulture, out int index)) return index;
        throw new InputException($"{Place(column)}: \"{InputErrors.Quote(Text(column))}\" is not a whole number from 0; correct the cell.");
    }

    /// <summary>A cell of the row that is a number in [0, 1].</summary>
    /// <exception cref="InputException">It is not.</exception>
    public double Proportion(int column)
    {
        double value = Number(column);
        if (value is >= 0 and <= 1) return value;
        throw new InputException($"{Place(column)}: \"{InputErrors.Quote(Text(column))}\" is outside [0, 1]; correct the cell.");
    }

    private Dictionary<string, string> Cells()
    {
        Dictionary<string, string> cells = new(_header.Length, StringComparer.Ordinal);
        for (int i = 0; i < _header.Length; i++) cells[_header[i]] = Text(i);
        return cells;
    }

    private ReadOnlySpan<byte> Cell(int column) => column < _reader.FieldCount
        ? _reader.GetSpan(column)
        : throw new InputException($"{Place(column)}: the row has only {_reader.FieldCount} of {_header.Length} cells; complete it.");

    private string Place(int column) => $"{_file}, row {Row}, column \"{_header[column]}\"";
}
