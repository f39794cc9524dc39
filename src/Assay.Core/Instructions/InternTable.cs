using System.Collections.Concurrent;

namespace Assay.Core.Instructions;

/// <summary>
/// Gives every distinct text a small number and keeps one copy of it, so that a row of a file costs a few numbers and not its text.
/// Safe for use from several threads; which number a text gets depends on who came first, so nothing may depend on the numbers' order.
/// </summary>
public sealed class InternTable
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _texts = [];
    private readonly Lock _adding = new();

    /// <summary>An empty table.</summary>
    public InternTable() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of distinct texts seen.</summary>
    public int Count
    {
        get { lock (_adding) return _texts.Count; }
    }

    /// <summary>The text of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No text has it.</exception>
    public string this[int number]
    {
        get { lock (_adding) return _texts[number]; }
    }

    /// <summary>The number of <paramref name="text"/>, given now if it is new. Texts are compared ordinally.</summary>
    public int GetOrAdd(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out int number)) return number;
        lock (_adding)
        {
            if (_bySpan.TryGetValue(text, out number)) return number;
            number = _texts.Count;
            string kept = text.ToString();
            _texts.Add(kept);
            _numbers[kept] = number;
            return number;
        }
    }

    /// <summary>All texts, each at its number.</summary>
    public IReadOnlyList<string> ToList()
    {
        lock (_adding) return [.. _texts];
    }
}
