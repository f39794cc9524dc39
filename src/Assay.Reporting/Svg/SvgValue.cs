using System.Globalization;

namespace Assay.Reporting.Svg;

/// <summary>An attribute's value: a text, or a number with at most two decimals.</summary>
internal readonly record struct SvgValue(string Text)
{
    public static implicit operator SvgValue(string text) => new(text);

    public static implicit operator SvgValue(double number) => new(Number(number));

    /// <summary>A coordinate or length in pixels, invariant, at most two decimals, never "-0".</summary>
    public static string Number(double number) => number.ToString("0.##;-0.##;0", CultureInfo.InvariantCulture);
}
