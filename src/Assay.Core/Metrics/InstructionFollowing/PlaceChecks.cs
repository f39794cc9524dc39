namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>
/// <c>startend:end_checker</c>: the response ends with a phrase, without case, white space around both and quotation marks around the response.
/// </summary>
/// <param name="Phrase">The phrase.</param>
public sealed record EndsWith(string Phrase) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => response.Trim().Trim('"').EndsWith(Phrase.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary><c>startend:quotation</c>: the whole response stands in double quotation marks.</summary>
public sealed record Quotation : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => response.Trim() is ['"', .., '"'];
}

/// <summary>Some line starts with a phrase, after white space; case counts.</summary>
/// <param name="Phrase">The phrase.</param>
public sealed record LineStartsWith(string Phrase) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) =>
        response.Split('\n').Any(line => line.AsSpan().TrimStart().StartsWith(Phrase.AsSpan().Trim(), StringComparison.Ordinal));
}

/// <summary><c>combination:repeat_prompt</c>: the response starts with the prompt, without case and white space around both.</summary>
/// <param name="Prompt">The prompt to repeat.</param>
public sealed record RepeatsPrompt(string Prompt) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => response.AsSpan().Trim().StartsWith(Prompt.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary><c>combination:two_responses</c>: exactly two unlike parts between "******"; none is empty but the first or last.</summary>
public sealed record TwoResponses : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => ResponseText.Parts(response, "******") is [string first, string second] && first != second;
}
