namespace Assay.Storage.Files;

/// <summary>How a file's content may appear in a message.</summary>
internal static class InputErrors
{
    private const int MostCharacters = 60;

    /// <summary>A piece of a file, short and on one line: whoever wrote the file does not get to write to the terminal.</summary>
    public static string Quote(string text)
    {
        string start = text.Length > MostCharacters ? string.Concat(text.AsSpan(0, MostCharacters), "...") : text;
        return string.Create(start.Length, start, static (quoted, source) =>
        {
            for (int i = 0; i < quoted.Length; i++) quoted[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
        });
    }
}
