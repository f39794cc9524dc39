using System.Collections.Immutable;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>What IFEval says of one response to a prompt with several instructions.</summary>
/// <param name="Strict">For each instruction whether the response follows it; null where the check cannot tell.</param>
/// <param name="Loose">For each instruction whether a form of the response follows it that lacks its first or last line, or its stars.</param>
public sealed record InstructionEvaluation(ImmutableArray<CheckResult> Strict, ImmutableArray<CheckResult> Loose)
{
    /// <summary>Whether all are followed (prompt-level strict accuracy counts these); false where one is not; null where that cannot be told.</summary>
    public bool? FollowsAllStrictly => All(Strict);

    /// <summary>The same of the loose results.</summary>
    public bool? FollowsAllLoosely => All(Loose);

    /// <summary>Checks a response strictly and loosely (Zhou and others 2023, section 3).</summary>
    /// <param name="checks">The prompt's instructions.</param>
    /// <param name="response">The response; a blank one follows none.</param>
    public static InstructionEvaluation Of(IReadOnlyList<InstructionCheck> checks, string response)
    {
        string[] forms = [.. Forms(response)];
        return new InstructionEvaluation([.. checks.Select(check => OfForm(check, response))], [.. checks.Select(check => Best(check, forms))]);
    }

    private static CheckResult OfForm(InstructionCheck check, string form) => string.IsNullOrWhiteSpace(form) ? false : check.Check(form);

    private static CheckResult Best(InstructionCheck check, string[] forms)
    {
        CheckResult? unknown = null;
        foreach (string form in forms)
        {
            CheckResult result = OfForm(check, form);
            if (result.IsFollowed == true) return result;
            if (result.IsFollowed is null) unknown ??= result;
        }
        return unknown ?? false;
    }

    private static IEnumerable<string> Forms(string response)
    {
        string[] lines = response.Split('\n');
        string[] cut =
        [
            response, string.Join('\n', lines.Skip(1)).Trim(), string.Join('\n', lines.SkipLast(1)).Trim(), string.Join('\n', lines.Skip(1).SkipLast(1)).Trim(),
        ];
        return cut.Concat(cut.Select(static form => form.Replace("*", "", StringComparison.Ordinal)));
    }

    private static bool? All(ImmutableArray<CheckResult> results) =>
        results.Any(static result => result.IsFollowed == false) ? false : results.Any(static result => result.IsFollowed is null) ? null : true;
}
