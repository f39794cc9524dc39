using System.Text.RegularExpressions;

namespace Assay.Storage.Configuration;

/// <summary>Tells the names of headers and parameters that carry keys, so that a key written out is refused and never kept.</summary>
internal static partial class SecretNames
{
    /// <summary>What is written in place of a key.</summary>
    public const string Withheld = "(a secret, not kept)";

    private static readonly string[] Parts =
    [
        "authorization", "apikey", "accesskey", "subscriptionkey", "token", "secret", "password", "cookie", "credential", "signature",
    ];

    private static readonly string[] Names = ["key", "auth", "sig", "code"];

    // Counts of tokens are the parameters everybody sets.
    [GeneratedRegex("tokens", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counts { get; }

    // ${NAME}, alone or after the scheme of an Authorization header.
    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9_-]{0,15} )?\$\{[A-Za-z_][A-Za-z0-9_]*\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference { get; }

    /// <summary>Whether a header or parameter of this name usually carries a key: <c>Authorization</c>, <c>api-key</c>, <c>x-api-key</c>,
    /// <c>access_token</c>.</summary>
    public static bool IsSecret(string name)
    {
        if (Counts.IsMatch(name)) return false;
        string letters = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return Names.Contains(letters) || Parts.Any(part => letters.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>Whether the value of such a name is anything but a variable's name: <c>${NAME}</c> or <c>Bearer ${NAME}</c>.</summary>
    public static bool IsLiteralSecret(string name, string value) => IsSecret(name) && value.Length > 0 && !Reference.IsMatch(value);
}
