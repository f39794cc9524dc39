using System.Text;
using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.People;

/// <summary>Which words of a file stand for which verdict: <c>1=writer,2=model,tie=equal</c>, and <c>none=...</c> for rows without one.</summary>
public sealed class VerdictValues
{
    private readonly List<(string Text, byte[] Utf8, double Preference)> _values = [];

    private VerdictValues() { }

    /// <summary>The words, as they were given.</summary>
    internal IEnumerable<string> Words => _values.Select(static value => value.Text);

    /// <summary>Reads what somebody wrote; a verdict may have several words.</summary>
    /// <exception cref="InputException">It is not of that form, or gives one word two meanings.</exception>
    public static VerdictValues Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        VerdictValues values = new();
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) values.Add(part);
        if (values._values.Count == 0) throw new InputException("--values is empty; write such as 1=writer,2=model,tie=equal.");
        return values;
    }

    /// <summary>The preference a word stands for, NaN where it stands for no verdict; null where it is no such word.</summary>
    internal double? Find(ReadOnlySpan<byte> utf8)
    {
        foreach ((_, byte[] word, double preference) in _values)
        {
            if (utf8.SequenceEqual(word)) return preference;
        }
        return null;
    }

    private void Add(string part)
    {
        int end = part.IndexOf('=', StringComparison.Ordinal);
        double? preference = (end < 0 ? "" : part[..end]) switch
        {
            "1" => 0,
            "2" => 1,
            "tie" => 0.5,
            "none" => double.NaN,
            _ => null,
        };
        if (preference is not double meaning)
        {
            throw new InputException(
                $"--values has \"{InputErrors.Quote(part)}\"; write 1=, 2=, tie= or none= and the word of the file, such as 1=writer,2=model,tie=equal.");
        }
        string word = part[(end + 1)..];
        if (_values.Any(value => value.Text == word)) throw new InputException($"--values gives \"{InputErrors.Quote(word)}\" two meanings; remove one.");
        _values.Add((word, Encoding.UTF8.GetBytes(word), meaning));
    }
}
