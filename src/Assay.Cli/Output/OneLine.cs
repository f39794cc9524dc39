namespace Assay.Cli.Output;

/// <summary>Names in messages come from files and paths that anybody may have written: none may move the cursor or start a line.</summary>
internal static class OneLine
{
    /// <summary>The text with U+FFFD for every control character, line separator and mark that turns the reading direction.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (line, source) =>
    {
        for (int i = 0; i < line.Length; i++) line[i] = IsUnsafe(source[i]) ? '\uFFFD' : source[i];
    });

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
