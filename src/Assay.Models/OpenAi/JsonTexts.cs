using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Assay.Core.Texts;

namespace Assay.Models.OpenAi;

/// <summary>Reads texts of JSON that a strict reader refuses: lone surrogates and broken UTF-8 become U+FFFD, as everywhere in Assay.</summary>
internal static class JsonTexts
{
    /// <summary>The text of a JSON string.</summary>
    public static string Read(JsonElement text) => WellFormedText.Of(ReadAsWritten(text), out _);

    /// <summary>The text of a JSON string with its lone surrogates, for those who count them.</summary>
    public static string ReadAsWritten(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)[1..^1]));
        }
    }

    // The parser has checked the escapes themselves; only what they stand for may be no character.
    private static string Unescape(string escaped)
    {
        StringBuilder text = new(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }
            i++;
            text.Append(escaped[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                char itself => itself,
            });
            if (escaped[i] == 'u') i += 4;
        }
        return text.ToString();
    }
}
