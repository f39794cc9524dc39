using System.Globalization;
using System.Text;

namespace Assay.Core.Metrics.Matching;

/// <summary>
/// Numbers as people write them: digits of any script, a sign of any kind, thousands commas, a decimal point, an exponent ("1e3"), a vulgar fraction
/// ("2½"), Chinese numerals ("三", "二百五十"). The text must be a number as a whole.
/// </summary>
public static class TextNumber
{
    /// <summary>The number, finite; null where the text is none.</summary>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text.Trim();
        double sign = 1;
        if (rest is ['-' or '−' or '－' or '﹣' or '负' or '負', ..]) sign = -1;
        if (sign < 0 || rest is ['+' or '＋', ..]) rest = rest[1..];
        if (rest.IsEmpty) return null;
        double fraction = 0;
        if (VulgarFraction(rest[^1]) is { } part)
        {
            fraction = part;
            rest = rest[..^1];
            if (rest.IsEmpty) return sign * fraction;
        }
        return (Decimal(rest) ?? ChineseNumeral.Parse(rest)) is { } whole && (fraction == 0 || whole == Math.Floor(whole)) ? sign * (whole + fraction) : null;
    }

    private static double? VulgarFraction(char character) =>
        CharUnicodeInfo.GetNumericValue(character) is > 0 and < 1 and double value ? value : null;

    private static double? Decimal(ReadOnlySpan<char> text)
    {
        StringBuilder plain = new(text.Length);
        bool hasDigit = false;
        for (int i = 0; i < text.Length; i++)
        {
            int digit = CharUnicodeInfo.GetDecimalDigitValue(text[i]);
            if (digit >= 0) plain.Append((char)('0' + digit));
            // A thousands comma stands between digits.
            else if (text[i] is ',' or '，' && hasDigit && i + 1 < text.Length && CharUnicodeInfo.GetDecimalDigitValue(text[i + 1]) >= 0) continue;
            else if (text[i] is '.' or '．') plain.Append('.');
            else if (hasDigit && text[i] is 'e' or 'E') plain.Append('e');
            else if (text[i] is '+' or '-' && plain.Length > 0 && plain[^1] == 'e') plain.Append(text[i]);
            else return null;
            hasDigit |= digit >= 0;
        }
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return hasDigit && double.TryParse(plain.ToString(), style, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
    }
}
