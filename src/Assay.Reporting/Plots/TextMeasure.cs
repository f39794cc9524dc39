using System.Globalization;
using System.Text;

namespace Assay.Reporting.Plots;

/// <summary>
/// How wide a text is at most, without a font: advance widths of the widest of the sans-serif families that browsers fall back to,
/// so that labels do not collide whichever is used.
/// </summary>
internal static class TextMeasure
{
    private const char FirstCharacter = ' ';
    private const double OtherLetter = 0.72;
    private const double Symbol = 1;
    private const double WideLetter = 1.3;

    // Thousandths of the font size, from the space to the tilde.
    private static ReadOnlySpan<short> Widths =>
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
        1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
        667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    /// <summary>The text's width in pixels at a font size in pixels.</summary>
    public static double Width(string text, double fontSize)
    {
        double width = 0;
        foreach (Rune rune in text.EnumerateRunes()) width += Width(rune);
        return width * fontSize;
    }

    /// <summary>The text, shortened with an ellipsis where it would be wider than <paramref name="maxWidth"/> pixels.</summary>
    public static string Fit(string text, double fontSize, double maxWidth)
    {
        if (Width(text, fontSize) <= maxWidth) return text;
        double room = maxWidth - Width("…", fontSize);
        int end = 0;
        foreach (int start in StringInfo.ParseCombiningCharacters(text))
        {
            if (Width(text[..start], fontSize) > room) break;
            end = start;
        }
        return text[..end].TrimEnd() + "…";
    }

    private static double Width(Rune rune)
    {
        int index = rune.Value - FirstCharacter;
        if (index >= 0 && index < Widths.Length) return Widths[index] / 1000.0;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        return rune.Value switch
        {
            (>= 0x1100 and < 0x1200) or >= 0x2E80 => WideLetter,
            >= 0x2000 and < 0x2E80 => Symbol,
            _ => OtherLetter,
        };
    }
}
