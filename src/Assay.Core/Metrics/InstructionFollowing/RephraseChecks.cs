using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>
/// Only what stands between stars was rewritten: the rest of the response is that of the original. A response without stars cannot be judged.
/// </summary>
/// <param name="Original">The original text.</param>
public sealed partial record RephraseStarred(string Original) : InstructionCheck
{
    [GeneratedRegex(@"\*.*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Starred { get; }

    /// <inheritdoc/>
    public override CheckResult Check(string response) => Starred.IsMatch(response)
        ? Starred.Replace(response, "").Trim() == Starred.Replace(Original, "").Trim()
        : CheckResult.Unknown("The response marks nothing with stars.");
}

/// <summary>The response shares so many words with the original, counted with repeats and without case.</summary>
/// <param name="Original">The original paragraph.</param>
/// <param name="Lowest">The fewest words.</param>
/// <param name="Highest">The most.</param>
public sealed record RephraseParagraph(string Original, int Lowest, int Highest) : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response)
    {
        Dictionary<string, int> left = [];
        foreach (string word in Words(Original)) left[word] = left.GetValueOrDefault(word) + 1;
        int shared = 0;
        foreach (string word in Words(response))
        {
            if (left.GetValueOrDefault(word) is not (> 0 and int count)) continue;
            left[word] = count - 1;
            shared++;
        }
        return shared >= Lowest && shared <= Highest;
    }

    private static IEnumerable<string> Words(string text) => ResponseText.Word.Matches(text.ToLowerInvariant()).Select(static match => match.Value);
}
