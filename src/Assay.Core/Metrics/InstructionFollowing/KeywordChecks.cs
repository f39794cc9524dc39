using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Core.Texts;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary><c>keywords:existence</c>: every keyword occurs, without case, also inside longer words.</summary>
/// <param name="Keywords">The keywords.</param>
public sealed record KeywordsExist(ImmutableArray<string> Keywords) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => Keywords.All(keyword => response.Contains(keyword, StringComparison.OrdinalIgnoreCase));
}

/// <summary><c>keywords:frequency</c>: a keyword occurs often, or rarely, enough; without case, also inside longer words.</summary>
/// <param name="Keyword">The keyword; white space around it does not count.</param>
/// <param name="Frequency">How often.</param>
public sealed record KeywordFrequency(string Keyword, CountRelation Frequency) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => Frequency.Fits(ResponseText.CountIgnoringCase(response, Keyword.Trim()));
}

/// <summary><c>keywords:forbidden_words</c>: no word of a list occurs, without case, as a whole word.</summary>
/// <param name="Words">The words.</param>
public sealed record ForbiddenWords(ImmutableArray<string> Words) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) =>
        !Words.Any(word => SafeRegex.Create($@"\b{Regex.Escape(word)}\b", ignoreCase: true).IsMatch(response));
}

/// <summary><c>keywords:letter_frequency</c>: a letter occurs often, or rarely, enough; without case.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Frequency">How often.</param>
public sealed record LetterFrequency(string Letter, CountRelation Frequency) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => Frequency.Fits(ResponseText.CountIgnoringCase(response, Letter.Trim()));
}

/// <summary>Exactly so many of the listed sentences occur, each as a whole sentence.</summary>
/// <param name="Sentences">The sentences.</param>
/// <param name="Number">How many of them.</param>
public sealed record KeySentences(ImmutableArray<string> Sentences, int Number) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response)
    {
        HashSet<string> said = [.. ResponseText.Sentences(response)];
        return Sentences.Count(said.Contains) == Number;
    }
}
