using System.Collections.Immutable;
using Assay.Statistics.Resampling;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>
/// Words of a given list become, each with a probability, one of their replacements, written as the word was. It is HELM's <c>misspelling</c>, <c>synonym</c>,
/// <c>dialect</c> and <c>gender</c> with the lists that they name: the lists are the user's, and none comes with Assay but <see cref="EnglishGender"/>.
/// </summary>
/// <remarks>
/// A word stands between anything but letters, digits, underscores and hyphens, also at the ends of the text, where HELM's own pattern misses it.
/// </remarks>
public sealed record WordPerturbation : Perturbation
{
    /// <param name="name">What the list is: "misspelling", "synonym", "dialect", "gender_terms" ...</param>
    /// <param name="words">The list.</param>
    /// <param name="probability">For each word of the list, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1].</exception>
    public WordPerturbation(string name, WordLists words, double probability = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability must lie in [0, 1].");
        (Name, Words, Probability) = (name, words, probability);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The list.</summary>
    public WordLists Words { get; }

    /// <summary>The probability at each word of the list.</summary>
    public double Probability { get; }

    /// <summary>Whether a word that comes again gets the replacement that it got first, as one person's name must (HELM's <c>person_name</c>).</summary>
    public bool KeepsReplacement { get; init; }

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random)
    {
        Dictionary<string, string?> drawn = new(StringComparer.OrdinalIgnoreCase);
        return WordBorders.Replace(text, word =>
        {
            ImmutableArray<string> replacements = Words.For(word);
            if (replacements.IsEmpty) return null;
            if (!KeepsReplacement || !drawn.TryGetValue(word, out string? replacement))
            {
                replacement = random.NextDouble() < Probability ? replacements[random.NextInt(replacements.Length)] : null;
                drawn[word] = replacement;
            }
            return replacement is null ? null : WordBorders.AsCased(replacement, word);
        });
    }
}
