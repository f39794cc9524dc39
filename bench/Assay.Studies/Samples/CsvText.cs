using System.Globalization;
using System.Text;

namespace Assay.Studies.Samples;

/// <summary>A CSV file with a header and LF line ends; cells are quoted where they must be.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    /// <param name="columns">The header.</param>
    public CsvText(params ReadOnlySpan<object> columns) => Add(columns);

    /// <summary>Adds a row; numbers are written invariantly and so that they read back the same.</summary>
    public void Add(params ReadOnlySpan<object> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) _text.Append(',');
            string cell = Convert.ToString(cells[i], CultureInfo.InvariantCulture)!;
            bool needsQuotes = cell.AsSpan().IndexOfAny(",\"\r\n") >= 0;
            _text.Append(needsQuotes ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }
        _text.Append('\n');
    }

    /// <summary>The file.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());
}
