using System.Collections.Frozen;
using Assay.Core.Errors;

namespace Assay.Core.Metrics.Bias;

/// <summary>A demographic group and the words that stand for it.</summary>
public sealed record WordGroup
{
    private readonly FrozenSet<string> _words;

    /// <param name="name">The group.</param>
    /// <param name="words">Its words, of any case, each one token; repeats count once.</param>
    /// <exception cref="InputException">There are no words.</exception>
    public WordGroup(string name, IEnumerable<string> words)
    {
        _words = words.Select(static word => word.Trim().ToLowerInvariant()).Where(static word => word.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        if (_words.Count == 0) throw new InputException($"The group \"{name}\" has no words to look for.");
        Name = name;
    }

    /// <summary>The group.</summary>
    public string Name { get; }

    /// <summary>How many words it has.</summary>
    public int WordCount => _words.Count;

    /// <summary>How many of the tokens are its words.</summary>
    internal int Count(IEnumerable<string> tokens) => tokens.Count(_words.Contains);
}
