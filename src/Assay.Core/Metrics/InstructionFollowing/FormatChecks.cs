using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>
/// <c>detectable_format:number_bullet_lists</c>: exactly so many lines that start, after white space, with a star and no second one, or with a dash. A rule of
/// dashes counts, as in IFEval.
/// </summary>
/// <param name="Bullets">How many.</param>
public sealed record BulletCount(int Bullets) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) =>
        response.Split('\n').Count(static line => line.AsSpan().TrimStart() is ['-', ..] or ['*', not '*', ..]) == Bullets;
}

/// <summary><c>detectable_format:constrained_response</c>: one of "My answer is yes.", "My answer is no." and "My answer is maybe." occurs.</summary>
public sealed record ConstrainedResponse : InstructionCheck
{
    private static readonly string[] Answers = ["My answer is yes.", "My answer is no.", "My answer is maybe."];

    /// <inheritdoc/>
    public override CheckResult Check(string response) => Answers.Any(answer => response.Contains(answer, StringComparison.Ordinal));
}

/// <summary><c>detectable_format:number_highlighted_sections</c>: at least so many texts, not empty, between stars or double stars on one line.</summary>
/// <param name="Highlights">How many.</param>
public sealed partial record HighlightCount(int Highlights) : InstructionCheck
{
    [GeneratedRegex(@"\*[^\n*]*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Single { get; }

    [GeneratedRegex(@"\*\*[^\n*]*\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Double { get; }

    /// <inheritdoc/>
    public override CheckResult Check(string response) => Count(Single, response) + Count(Double, response) >= Highlights;

    private static int Count(Regex regex, string response) => regex.Matches(response).Count(static match => match.Value.Trim('*').Trim().Length > 0);
}

/// <summary><c>detectable_format:multiple_sections</c>: at least so many times the keyword before a number; case counts.</summary>
/// <param name="Keyword">What a section starts with, "Section".</param>
/// <param name="Sections">How many.</param>
public sealed record SectionCount(string Keyword, int Sections) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response)
    {
        int count = 0;
        string keyword = Keyword.Trim();
        for (int at = 0; keyword.Length > 0 && (at = response.IndexOf(keyword, at, StringComparison.Ordinal)) >= 0; at += keyword.Length)
        {
            ReadOnlySpan<char> rest = response.AsSpan(at + keyword.Length);
            // One character of white space at most stands before the number.
            if (rest is [char first, ..] && char.IsWhiteSpace(first)) rest = rest[1..];
            if (rest is [char digit, ..] && char.IsDigit(digit)) count++;
        }
        return count >= Sections;
    }
}

/// <summary><c>detectable_format:json_format</c>: the response is JSON, a code fence around it left out.</summary>
public sealed record JsonFormat : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response)
    {
        string text = response.Trim();
        if (text.StartsWith("```", StringComparison.Ordinal)) text = text[(text.StartsWith("```json", StringComparison.OrdinalIgnoreCase) ? 7 : 3)..];
        if (text.EndsWith("```", StringComparison.Ordinal)) text = text[..^3];
        try
        {
            using JsonDocument document = JsonDocument.Parse(text.Trim());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary><c>detectable_format:title</c>: a text, not empty, stands between double angle brackets on one line.</summary>
public sealed partial record Title : InstructionCheck
{
    [GeneratedRegex(@"<<[^\n]+>>", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets { get; }

    /// <inheritdoc/>
    public override CheckResult Check(string response) =>
        Brackets.Matches(response).Any(static match => match.Value.TrimStart('<').TrimEnd('>').Trim().Length > 0);
}
