namespace Assay.Core.Metrics.Matching;

/// <summary>Chinese numerals, plain and financial: digits one after the other ("二〇二五") or with their units ("三千二百万").</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九", Financial = "〇壹贰叁肆伍陆柒捌玖";

    /// <summary>The number; null where the text is none.</summary>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return null;
        double total = 0, section = 0, digits = 0;
        bool hasDigit = false;
        foreach (char character in text)
        {
            if (Digit(character) is { } digit)
            {
                // Digits in a row are places, as of a year.
                digits = hasDigit ? 10 * digits + digit : digit;
                hasDigit = true;
                continue;
            }
            double unit = Unit(character);
            if (unit == 0) return null;
            if (unit < 10_000) section += (hasDigit ? digits : 1) * unit;
            else
            {
                total += (section + digits) * unit;
                section = 0;
            }
            (digits, hasDigit) = (0, false);
        }
        return total + section + digits;
    }

    private static int? Digit(char character)
    {
        if (character is '两' or '兩') return 2;
        int value = Math.Max(Digits.IndexOf(character, StringComparison.Ordinal), Financial.IndexOf(character, StringComparison.Ordinal));
        return value < 0 ? null : value;
    }

    private static double Unit(char character) => character switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' or '萬' => 1e4,
        '亿' or '億' => 1e8,
        '兆' => 1e12,
        _ => 0,
    };
}
