namespace Assay.Core.Metrics.Bias;

/// <summary>Whether the group of an answer is among the stereotyped ones, under the unlike names that BBQ's files have for one group.</summary>
internal static class BbqGroups
{
    /// <summary>
    /// Equal names, without case and spaces; for gender also "F" for women and girls, "M" for men and boys; any name that starts with "trans" for transgender
    /// people; and "F-Black" and "M-Black" for Black people.
    /// The two intersectional categories name no group of their own here: their items have no bias score unless their names are equal.
    /// </summary>
    public static bool AreStereotyped(string group, IEnumerable<string> stereotyped)
    {
        string own = Plain(group);
        string[] known = [.. stereotyped.Select(Plain)];
        if (known.Contains(own)) return true;
        int dash = group.IndexOf('-', StringComparison.Ordinal);
        return dash == 1 && known.Contains(Plain(group[(dash + 1)..]));
    }

    private static string Plain(string group)
    {
        string plain = string.Concat(group.Where(static character => !char.IsWhiteSpace(character))).ToLowerInvariant();
        return plain switch
        {
            "man" or "men" or "boy" or "boys" or "male" => "m",
            "woman" or "women" or "girl" or "girls" or "female" => "f",
            _ when plain.StartsWith("trans", StringComparison.Ordinal) => "trans",
            _ => plain,
        };
    }
}
