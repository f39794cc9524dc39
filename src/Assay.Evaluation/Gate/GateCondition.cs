using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Statistics.Estimation;

namespace Assay.Evaluation.Gate;

/// <summary>A condition such as <c>win_rate &gt; 45</c>, decided from the whole interval and never from the estimate alone.</summary>
/// <param name="Field">What is compared.</param>
/// <param name="Comparison">How.</param>
/// <param name="Bound">With what: percent for rates, US dollars for the cost; finite.</param>
public sealed partial record GateCondition(GateField Field, GateComparison Comparison, double Bound)
{
    private static readonly (string Name, GateField Field)[] Fields =
    [
        ("win_rate", GateField.WinRate),
        ("length_controlled_win_rate", GateField.LengthControlledWinRate),
        ("parsed", GateField.Parsed),
        ("flips", GateField.Flips),
        ("cost", GateField.Cost),
    ];

    private static readonly (string Sign, GateComparison Comparison)[] Comparisons =
    [
        (">", GateComparison.Above), (">=", GateComparison.AtLeast), ("<", GateComparison.Below), ("<=", GateComparison.AtMost),
    ];

    [GeneratedRegex(@"^\s*(?<field>[^\s<>=!]+)\s*(?<sign>[<>=!]+)\s*(?<number>.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts { get; }

    /// <summary>Reads a condition: a field, one of <c>&gt; &gt;= &lt; &lt;=</c>, a number (a percent sign after a rate is allowed).</summary>
    /// <exception cref="InputException">It is none; the sentence says what is wrong and which field may have been meant.</exception>
    public static GateCondition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Parts.Match(text) is not { Success: true } parts)
            throw new InputException($"The condition '{text}' cannot be read; write a field, a comparison and a number, such as 'win_rate > 45'.");
        string name = parts.Groups["field"].Value, sign = parts.Groups["sign"].Value, number = parts.Groups["number"].Value;
        int field = Array.FindIndex(Fields, known => string.Equals(known.Name, name, StringComparison.Ordinal));
        if (field < 0)
        {
            string[] names = [.. Fields.Select(static known => known.Name)];
            string hint = NearestName.Hint(name, names);
            throw new InputException(
                $"The condition '{text}' asks about '{name}', which is none of {string.Join(", ", names)}{(hint.Length > 0 ? hint : ".")}");
        }
        int comparison = Array.FindIndex(Comparisons, known => string.Equals(known.Sign, sign, StringComparison.Ordinal));
        if (comparison < 0) throw new InputException($"The condition '{text}' compares with '{sign}'; use one of > >= < <=.");
        if (Fields[field].Field != GateField.Cost && number.EndsWith('%')) number = number[..^1].TrimEnd();
        const NumberStyles Written = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        if (!double.TryParse(number, Written, CultureInfo.InvariantCulture, out double bound) || !double.IsFinite(bound))
        {
            throw new InputException($"The condition '{text}' compares with '{number}', which is no number; write it with a point, such as 45.5.");
        }
        return new GateCondition(Fields[field].Field, Comparisons[comparison].Comparison, bound);
    }

    /// <summary>What the data say: passed or violated only where the whole interval is on one side. Shares and costs without sampling error are their own
    /// interval.</summary>
    public GateResult Decide(GateMeasures measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        return Field switch
        {
            GateField.WinRate => OfEstimate(measures.WinRate, "there is no win rate"),
            GateField.LengthControlledWinRate => OfEstimate(measures.LengthControlledWinRate, "there is no length-controlled win rate"),
            GateField.Flips => OfEstimate(measures.Flips, "no pair has verdicts in both orders"),
            GateField.Parsed when measures.ParsedShare is { } share => OfRange(100 * share, 100 * share, $"{Number(100 * share)} %"),
            GateField.Cost when measures.Cost is { } cost => OfRange((double)cost, (double)cost, $"{Number((double)cost)} USD"),
            GateField.Parsed => Undecided("there are no items"),
            _ => Undecided("the cost is unknown"),
        };
    }

    /// <summary>The condition as it is written: <c>win_rate &gt; 45</c>.</summary>
    public override string ToString() =>
        $"{Fields.Single(known => known.Field == Field).Name} {Comparisons.Single(known => known.Comparison == Comparison).Sign} {Number(Bound)}";

    private GateResult OfEstimate(Estimate? estimate, string why)
    {
        if (estimate is null) return Undecided(why);
        if (estimate.Interval is not { } interval)
            return Undecided(FormattableString.Invariant($"the value {Number(100 * estimate.Value)} % of {estimate.Count} items has no interval"));
        string range = $"{Number(100 * interval.Level)} % interval {Number(100 * interval.Lower)} to {Number(100 * interval.Upper)}";
        string shown = FormattableString.Invariant($"{Number(100 * estimate.Value)} %, {range}, {estimate.Count} items");
        return OfRange(100 * interval.Lower, 100 * interval.Upper, shown);
    }

    private GateResult OfRange(double lower, double upper, string shown)
    {
        (bool all, bool none) = Comparison switch
        {
            GateComparison.Above => (lower > Bound, upper <= Bound),
            GateComparison.AtLeast => (lower >= Bound, upper < Bound),
            GateComparison.Below => (upper < Bound, lower >= Bound),
            _ => (upper <= Bound, lower > Bound),
        };
        GateDecision decision = all ? GateDecision.Pass : none ? GateDecision.Violate : GateDecision.Undecided;
        string follows = decision switch
        {
            GateDecision.Pass => "satisfies",
            GateDecision.Violate => "violates",
            _ => "straddles",
        };
        return new GateResult(this, decision, $"{ToString()}: {shown}, {follows} the condition.");
    }

    private GateResult Undecided(string why) => new(this, GateDecision.Undecided, $"{ToString()}: cannot be decided, because {why}.");

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
