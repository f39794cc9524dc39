using System.Text.RegularExpressions;
using Assay.Core.Errors;

namespace Assay.Models.Secrets;

/// <summary>Puts the values of environment variables into <c>${NAME}</c>.</summary>
internal static partial class EnvironmentText
{
    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place { get; }

    /// <summary>The text with every <c>${NAME}</c> replaced.</summary>
    /// <param name="text">A header's or query parameter's value.</param>
    /// <param name="owner">Whose text it is, for the error: <c>the header "api-key" of the model "x"</c>.</param>
    /// <param name="environment">Value of a variable, or null where it is not set.</param>
    /// <param name="secrets">Receives every value that was put in.</param>
    /// <exception cref="InputException">A variable is not set.</exception>
    public static string Expand(string text, string owner, Func<string, string?> environment, ICollection<string> secrets) => Place.Replace(text, place =>
    {
        string value = Variable(place.Groups[1].Value, owner, environment);
        secrets.Add(value);
        return value;
    });

    /// <summary>The value of a variable that has to be set.</summary>
    /// <exception cref="InputException">It is not set, or empty.</exception>
    public static string Variable(string name, string owner, Func<string, string?> environment) => environment(name) is { Length: > 0 } value
        ? value.Trim()
        : throw new InputException($"{owner} needs the environment variable {name}, which is not set; set it, for example with: export {name}=...");
}
