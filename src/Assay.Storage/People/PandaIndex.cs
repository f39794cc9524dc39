namespace Assay.Storage.People;

/// <summary>The pairs of PandaLM's test set by their <c>idx</c>, which is all that its judges' files say of them.</summary>
internal sealed class PandaIndex
{
    private readonly Dictionary<int, (int Pair, bool IsSwapped)> _pairs = [];

    /// <summary>Whether no test set was read.</summary>
    public bool IsEmpty => _pairs.Count == 0;

    /// <summary>Adds a pair.</summary>
    /// <returns>False where the number has another pair already.</returns>
    public bool TryAdd(int index, int pair, bool isSwapped) => _pairs.TryAdd(index, (pair, isSwapped)) || _pairs[index] == (pair, isSwapped);

    /// <summary>The pair of a number.</summary>
    public bool TryFind(int index, out (int Pair, bool IsSwapped) found) => _pairs.TryGetValue(index, out found);
}
