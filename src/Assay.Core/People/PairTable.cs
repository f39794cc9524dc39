namespace Assay.Core.People;

/// <summary>Gives every distinct pair a number. Safe for use from several threads; which number a pair gets depends on who came first.</summary>
public sealed class PairTable
{
    private readonly Dictionary<JudgedPair, int> _numbers = [];
    private readonly List<JudgedPair> _pairs = [];
    private readonly Lock _adding = new();

    /// <summary>The number of <paramref name="pair"/>, given now if it is new.</summary>
    public int GetOrAdd(in JudgedPair pair)
    {
        lock (_adding)
        {
            if (_numbers.TryGetValue(pair, out int number)) return number;
            number = _pairs.Count;
            _pairs.Add(pair);
            _numbers.Add(pair, number);
            return number;
        }
    }

    /// <summary>All pairs, each at its number.</summary>
    public IReadOnlyList<JudgedPair> ToList()
    {
        lock (_adding) return [.. _pairs];
    }
}
