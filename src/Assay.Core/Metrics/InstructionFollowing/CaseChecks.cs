namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary><c>change_case:capital_word_frequency</c>: so many words, between white space, have a letter and no lower-case one.</summary>
/// <param name="Words">How many.</param>
public sealed record CapitalWordCount(CountRelation Words) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => Words.Fits(
        response.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsUpper) && !word.Any(char.IsLower)));
}

/// <summary><c>change_case:english_capital</c>: English without a lower-case letter. That it is English is checked as far as its script.</summary>
public sealed record EnglishCapital : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => response.Any(char.IsUpper) && !response.Any(char.IsLower) && ResponseLanguage.IsLatin(response);
}

/// <summary><c>change_case:english_lowercase</c>: English without an upper-case letter. That it is English is checked as far as its script.</summary>
public sealed record EnglishLowercase : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => response.Any(char.IsLower) && !response.Any(char.IsUpper) && ResponseLanguage.IsLatin(response);
}
