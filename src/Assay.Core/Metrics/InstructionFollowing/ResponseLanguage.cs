using System.Text;
using Assay.Core.Errors;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>
/// <c>language:response_language</c>, as far as it can be checked without a trained detector. A language with a script of its own among IFEval's thirty is
/// told by
/// its letters; English, Spanish, Portuguese, French, German and Italian are told by their commonest words; of the others only a wrong script is seen, and a
/// right one is unknown, with a reason that names the language.
/// </summary>
public sealed record ResponseLanguage : InstructionCheck
{
    /// <param name="language">IFEval's code, "en".</param>
    /// <exception cref="InputException">The code is none of IFEval's.</exception>
    public ResponseLanguage(string language)
    {
        Language = language;
        if (ScriptOf(language) is null)
            throw new InputException($"The language \"{language}\" is none that can be checked{NearestName.Hint(language, Codes)}");
    }

    private static readonly string[] Codes =
    [
        "en", "es", "pt", "ar", "hi", "fr", "ru", "de", "ja", "it", "bn", "uk", "th", "ur", "ta", "te", "bg", "ko", "pl", "he", "fa", "vi", "ne", "sw", "kn",
        "mr", "gu", "pa", "ml", "fi",
    ];

    /// <summary>IFEval's code of the language.</summary>
    public string Language { get; }

    /// <inheritdoc/>
    public override CheckResult Check(string response)
    {
        WritingScript script = ScriptOf(Language)!.Value;
        if (Share(response, script) is not { } share) return CheckResult.Unknown("The response has no letters.");
        if (share < 0.5) return false;
        // Japanese is written with Chinese characters too; kana tell it from Chinese.
        if (script == WritingScript.Japanese) return response.Any(static letter => letter is >= '\u3040' and < '\u3100');
        if (script is not (WritingScript.Latin or WritingScript.Cyrillic or WritingScript.Arabic or WritingScript.Devanagari)) return true;
        if (script != WritingScript.Latin || CommonWords.Of(Language) is null)
            return CheckResult.Unknown($"Without a trained detector \"{Language}\" cannot be told from other languages of its script.");
        return CommonWords.Language(response) is { } said
            ? said == Language
            : CheckResult.Unknown($"Too few common words to tell whether the response is \"{Language}\".");
    }

    /// <summary>Whether at least half of the letters are Latin.</summary>
    internal static bool IsLatin(string text) => Share(text, WritingScript.Latin) >= 0.5;

    private static double? Share(string text, WritingScript script)
    {
        int letters = 0, own = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            letters++;
            if (IsIn(rune.Value, script)) own++;
        }
        return letters == 0 ? null : (double)own / letters;
    }

    private static bool IsIn(int point, WritingScript script) => script switch
    {
        WritingScript.Latin => point < 0x250 || point is >= 0x1E00 and < 0x1F00,
        WritingScript.Cyrillic => point is >= 0x400 and < 0x530,
        WritingScript.Arabic => point is (>= 0x600 and < 0x780) or (>= 0xFB50 and < 0xFE00) or (>= 0xFE70 and < 0xFF00),
        WritingScript.Hebrew => point is >= 0x590 and < 0x600,
        WritingScript.Devanagari => point is >= 0x900 and < 0x980,
        WritingScript.Bengali => point is >= 0x980 and < 0xA00,
        WritingScript.Gurmukhi => point is >= 0xA00 and < 0xA80,
        WritingScript.Gujarati => point is >= 0xA80 and < 0xB00,
        WritingScript.Tamil => point is >= 0xB80 and < 0xC00,
        WritingScript.Telugu => point is >= 0xC00 and < 0xC80,
        WritingScript.Kannada => point is >= 0xC80 and < 0xD00,
        WritingScript.Malayalam => point is >= 0xD00 and < 0xD80,
        WritingScript.Thai => point is >= 0xE00 and < 0xE80,
        WritingScript.Hangul => point is (>= 0xAC00 and < 0xD7B0) or (>= 0x1100 and < 0x1200) or (>= 0x3130 and < 0x3190),
        _ => point is (>= 0x3040 and < 0x3100) or (>= 0x4E00 and < 0xA000) or (>= 0x3400 and < 0x4DC0),
    };

    private static WritingScript? ScriptOf(string language) => language switch
    {
        "en" or "es" or "pt" or "fr" or "de" or "it" or "pl" or "vi" or "sw" or "fi" => WritingScript.Latin,
        "ru" or "uk" or "bg" => WritingScript.Cyrillic,
        "ar" or "ur" or "fa" => WritingScript.Arabic,
        "hi" or "ne" or "mr" => WritingScript.Devanagari,
        "he" => WritingScript.Hebrew,
        "bn" => WritingScript.Bengali,
        "pa" => WritingScript.Gurmukhi,
        "gu" => WritingScript.Gujarati,
        "ta" => WritingScript.Tamil,
        "te" => WritingScript.Telugu,
        "kn" => WritingScript.Kannada,
        "ml" => WritingScript.Malayalam,
        "th" => WritingScript.Thai,
        "ko" => WritingScript.Hangul,
        "ja" => WritingScript.Japanese,
        _ => null,
    };
}
