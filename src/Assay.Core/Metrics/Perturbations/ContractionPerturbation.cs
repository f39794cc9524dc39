using System.Collections.Immutable;
using System.Text;
using Assay.Statistics.Resampling;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>HELM's <c>contraction</c> and <c>expansion</c>: "she is" becomes "she's", or the other way round. The case of the first letter stays.</summary>
public sealed record ContractionPerturbation : Perturbation
{
    private readonly ImmutableArray<(string From, string To)> _pairs;

    /// <param name="isExpanding">Whether contractions are written out, not made.</param>
    /// <param name="contractions">Contractions and what each stands for; null: <see cref="English"/>.</param>
    public ContractionPerturbation(bool isExpanding, IEnumerable<KeyValuePair<string, string>>? contractions = null)
    {
        IsExpanding = isExpanding;
        // Of several that start at one place the longest counts.
        _pairs =
        [
            .. (contractions ?? English).Select(pair => isExpanding ? (pair.Key, pair.Value) : (pair.Value, pair.Key))
                .OrderByDescending(static pair => pair.Item1.Length).ThenBy(static pair => pair.Item1, StringComparer.Ordinal),
        ];
    }

    /// <summary>Contractions that stand for one thing only; "he'd" (had, would) is none.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> English { get; } =
    [
        .. new[]
        {
            "aren't=are not", "can't=cannot", "couldn't=could not", "didn't=did not", "doesn't=does not", "don't=do not", "hadn't=had not", "hasn't=has not",
            "haven't=have not", "isn't=is not", "mustn't=must not", "needn't=need not", "shouldn't=should not", "wasn't=was not", "weren't=were not",
            "won't=will not", "wouldn't=would not", "I'm=I am", "I'll=I will", "I've=I have", "you're=you are", "you'll=you will", "you've=you have",
            "he's=he is", "he'll=he will", "she's=she is", "she'll=she will", "it's=it is", "it'll=it will", "we're=we are", "we'll=we will", "we've=we have",
            "they're=they are", "they'll=they will", "they've=they have", "that's=that is", "there's=there is", "what's=what is", "where's=where is",
            "who's=who is",
        }.Select(static pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1])),
    ];

    /// <summary>Whether contractions are written out.</summary>
    public bool IsExpanding { get; }

    /// <inheritdoc/>
    public override string Name => IsExpanding ? "expansion" : "contraction";

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random)
    {
        StringBuilder rewritten = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            if (Found(text, i) is not { } pair)
            {
                rewritten.Append(text[i++]);
                continue;
            }
            string to = char.IsUpper(text[i]) ? char.ToUpperInvariant(pair.To[0]) + pair.To[1..] : pair.To;
            rewritten.Append(to);
            i += pair.From.Length;
        }
        return rewritten.ToString();
    }

    private (string From, string To)? Found(string text, int at)
    {
        if (at > 0 && IsInWord(text[at - 1])) return null;
        foreach ((string from, string to) in _pairs)
        {
            int end = at + from.Length;
            if (string.Compare(text, at, from, 0, from.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            // As in HELM only what a space follows is contracted: "yes, she is." stays.
            if (IsExpanding ? end == text.Length || !IsInWord(text[end]) : end < text.Length && text[end] == ' ') return (from, to);
        }
        return null;
    }

    private static bool IsInWord(char character) => char.IsLetterOrDigit(character) || character is '\'' or '_' or '-';

    /// <summary>Equal to one with equal contractions.</summary>
    public bool Equals(ContractionPerturbation? other) => other is not null && IsExpanding == other.IsExpanding && _pairs.SequenceEqual(other._pairs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsExpanding, _pairs.Length);
}
