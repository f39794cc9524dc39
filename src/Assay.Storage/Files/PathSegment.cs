using System.Buffers;
using System.Text;
using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>Makes paths from names that somebody else chose: a name can only ever lead to an entry of the folder itself.</summary>
internal static class PathSegment
{
    // What file systems allow in a name, in bytes of UTF-8.
    private const int MostBytes = 255;

    private static readonly SearchValues<char> Refused = SearchValues.Create(":*?\"<>|");

    private static readonly string[] WindowsDevices =
    [
        "CON", "PRN", "AUX", "NUL",
        .. Enumerable.Range(1, 9).Select(static number => $"COM{number}"),
        .. Enumerable.Range(1, 9).Select(static number => $"LPT{number}"),
    ];

    /// <summary>The path of <paramref name="name"/> in <paramref name="folder"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">A name that every system can hold as one entry of a folder.</param>
    /// <exception cref="InputException">The name is empty, too long, leads elsewhere, or is one that some system refuses.</exception>
    public static string Combine(string folder, string name) =>
        Problem(name) is { } problem
            ? throw new InputException($"\"{InputErrors.Quote(name)}\" cannot be a name in {folder}: {problem}.")
            : Path.Combine(folder, name);

    /// <summary>Why a name cannot be an entry of a folder on every system; null where it can.</summary>
    internal static string? Problem(string name)
    {
        if (name.Length == 0) return "it is empty";
        if (name is "." or "..") return "it leads to another folder";
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0) return "it has a path separator; name one entry";
        if (name.AsSpan().ContainsAny(Refused)) return "it has one of the characters : * ? \" < > |";
        if (name.Any(char.IsControl)) return "it has a control character";
        if (name[^1] is ' ' or '.' || name[0] == ' ') return "it begins or ends with a space, or ends with a full stop";
        if (Encoding.UTF8.GetByteCount(name) > MostBytes) return $"it is longer than {MostBytes} bytes";
        string stem = name.Split('.')[0].TrimEnd();
        return WindowsDevices.Contains(stem, StringComparer.OrdinalIgnoreCase) ? "it is the name of a device" : null;
    }
}
