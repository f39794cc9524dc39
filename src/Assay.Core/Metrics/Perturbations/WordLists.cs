using System.Collections.Immutable;
using Assay.Core.Errors;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>Words, in lower case, and what each may be replaced by. Equal lists are equal.</summary>
public sealed class WordLists : IEquatable<WordLists>
{
    private readonly SortedDictionary<string, ImmutableArray<string>> _words = new(StringComparer.Ordinal);

    /// <param name="words">For each word, of any case, one replacement or more. A word has no spaces.</param>
    /// <exception cref="InputException">A word is empty or named twice, has white space, or has no replacement.</exception>
    public WordLists(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> words)
    {
        foreach ((string word, ImmutableArray<string> replacements) in words)
        {
            string key = word.ToLowerInvariant();
            if (key.Length == 0 || key.Any(char.IsWhiteSpace))
                throw new InputException($"The list of replacements has the word \"{word}\", which is not one word.");
            if (replacements.IsDefaultOrEmpty) throw new InputException($"The word \"{word}\" has no replacement.");
            if (!_words.TryAdd(key, replacements)) throw new InputException($"The list of replacements has the word \"{key}\" twice.");
        }
    }

    /// <summary>One replacement for each word.</summary>
    /// <exception cref="InputException">As above.</exception>
    public static WordLists Of(IEnumerable<KeyValuePair<string, string>> words) =>
        new(words.Select(static pair => KeyValuePair.Create(pair.Key, ImmutableArray.Create(pair.Value))));

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>What a word, of any case, may be replaced by; empty where it is not in the list.</summary>
    public ImmutableArray<string> For(string word) => _words.TryGetValue(word.ToLowerInvariant(), out ImmutableArray<string> found) ? found : [];

    /// <inheritdoc/>
    public bool Equals(WordLists? other) => other is not null && _words.Count == other._words.Count
        && _words.Zip(other._words).All(static pair => pair.First.Key == pair.Second.Key && pair.First.Value.SequenceEqual(pair.Second.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WordLists);

    /// <inheritdoc/>
    public override int GetHashCode() => _words.Aggregate(_words.Count, static (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value[0]));
}
