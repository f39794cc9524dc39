using System.Globalization;
using Assay.Statistics.Estimation;
using Assay.Statistics.Ranking;

namespace Assay.Reporting.Formatting;

/// <summary>Numbers as people read them: proportions become percent, the unknown becomes a dash, whatever the machine's language.</summary>
internal static class Figures
{
    /// <summary>What stands where a number is unknown.</summary>
    public const string Unknown = "–";

    /// <summary>A proportion in percent with two decimals: 0.5 is "50.00".</summary>
    public static string Percent(double? proportion) => Number(100 * proportion);

    /// <summary>The interval of a proportion in percent with one decimal: "[48.2, 51.8]".</summary>
    public static string PercentInterval(ConfidenceInterval? interval) =>
        interval is null ? Unknown : string.Create(CultureInfo.InvariantCulture, $"[{100 * interval.Lower:0.0;-0.0;0.0}, {100 * interval.Upper:0.0;-0.0;0.0}]");

    /// <summary>A difference of proportions in percentage points, with its sign: "+1.25".</summary>
    public static string Points(double? difference) => Signed(100 * difference);

    /// <summary>The interval of a difference of proportions in percentage points, with signs: "[-0.4, +2.9]".</summary>
    public static string PointsInterval(ConfidenceInterval? interval) =>
        interval is null
            ? Unknown
            : string.Create(CultureInfo.InvariantCulture, $"[{100 * interval.Lower:+0.0;-0.0;0.0}, {100 * interval.Upper:+0.0;-0.0;0.0}]");

    /// <summary>A number as it is, with two decimals.</summary>
    public static string Number(double? value) => value?.ToString("0.00;-0.00;0.00", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A number as it is, with its sign and two decimals.</summary>
    public static string Signed(double? value) => value?.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>An interval as it is, with two decimals.</summary>
    public static string Interval(ConfidenceInterval? interval) =>
        interval is null ? Unknown : string.Create(CultureInfo.InvariantCulture, $"[{interval.Lower:0.00;-0.00;0.00}, {interval.Upper:0.00;-0.00;0.00}]");

    /// <summary>An interval as it is, with signs and two decimals.</summary>
    public static string SignedInterval(ConfidenceInterval? interval) =>
        interval is null ? Unknown : string.Create(CultureInfo.InvariantCulture, $"[{interval.Lower:+0.00;-0.00;0.00}, {interval.Upper:+0.00;-0.00;0.00}]");

    /// <summary>A whole number.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ranks that are not excluded: "2–5", or one rank where both ends agree.</summary>
    public static string Ranks(RankInterval? interval) => interval is not { } ranks ? Unknown
        : ranks.Best == ranks.Worst ? Count(ranks.Best)
        : string.Create(CultureInfo.InvariantCulture, $"{ranks.Best}–{ranks.Worst}");

    /// <summary>A p-value with four decimals; smaller ones are "&lt;0.0001", since their digits mean nothing.</summary>
    public static string PValue(double? p) => p is < 0.0001 ? "<0.0001" : p?.ToString("0.0000", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A level of confidence as a person says it: 0.95 is "95 %".</summary>
    public static string Level(double confidence) => string.Create(CultureInfo.InvariantCulture, $"{100 * confidence:0.##} %");
}
