using System.Buffers;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary><c>length_constraints:number_words</c>: so many words (<see cref="ResponseText.CountWords"/>).</summary>
/// <param name="Words">How many.</param>
public sealed record WordCount(CountRelation Words) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => Words.Fits(ResponseText.CountWords(response));
}

/// <summary><c>length_constraints:number_sentences</c>: so many sentences (<see cref="ResponseText.CountSentences"/>).</summary>
/// <param name="Sentences">How many.</param>
public sealed record SentenceCount(CountRelation Sentences) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => Sentences.Fits(ResponseText.CountSentences(response));
}

/// <summary>
/// <c>length_constraints:number_paragraphs</c>: exactly so many parts between "***"; one that is empty fails, unless it is the first or last.
/// </summary>
/// <param name="Paragraphs">How many.</param>
public sealed record ParagraphCount(int Paragraphs) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => ResponseText.Parts(response, "***")?.Count == Paragraphs;
}

/// <summary>
/// <c>length_constraints:nth_paragraph_first_word</c>: exactly so many paragraphs between blank lines, and one of them starts with a word, without case. The
/// word ends at the first of . , ? ! ' " and leading quotation marks do not count.
/// </summary>
/// <param name="Paragraphs">How many; blank ones do not count.</param>
/// <param name="Place">Which of them, from 1, blank ones counted.</param>
/// <param name="Word">Its first word.</param>
public sealed record ParagraphStart(int Paragraphs, int Place, string Word) : InstructionCheck
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(".,?!'\"");

    /// <inheritdoc/>
    public override CheckResult Check(string response)
    {
        string[] parts = response.Split("\n\n");
        int count = parts.Count(static part => !string.IsNullOrWhiteSpace(part));
        if (count != Paragraphs || Place < 1 || Place > count) return false;
        string first = parts[Place - 1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").TrimStart('\'').TrimStart('"');
        int end = first.AsSpan().IndexOfAny(WordEnds);
        return (end < 0 ? first : first[..end]).Equals(Word.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
