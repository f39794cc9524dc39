using Assay.Core.Clusters;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Reporting.Formatting;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Contracts;

/// <summary>From Core's units and names to the contract's.</summary>
internal static class ContractUnits
{
    /// <summary>A proportion, or a difference of proportions, in percent or percentage points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite: it should have been absent, with a reason.</exception>
    public static double? Percent(double? proportion) => 100 * Finite(proportion);

    /// <summary>An interval of proportions, or of differences of proportions, in percent or percentage points.</summary>
    public static Interval<double>? Percent(ConfidenceInterval? interval) => interval is null ? null : new(100 * interval.Lower, 100 * interval.Upper);

    /// <summary>An interval as it is.</summary>
    public static Interval<double>? Unscaled(ConfidenceInterval? interval) => interval is null ? null : new(interval.Lower, interval.Upper);

    /// <summary>The number, which must be one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite: it should have been absent, with a reason.</exception>
    public static double? Finite(double? value) => value is not { } number || double.IsFinite(number)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), number, "A report holds no NaN and no infinity; a number that is unknown must be null.");

    public static string? Name(LengthControlMethod? method) => method switch
    {
        null => null,
        LengthControlMethod.AlpacaEval2 => "alpaca_eval_2",
        LengthControlMethod.Fitted => "fitted",
        LengthControlMethod.Minimal => "minimal",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This length control has no name in the contract."),
    };

    /// <summary>Names of what errors are clustered by; null for nothing.</summary>
    public static IReadOnlyList<string>? Names(IReadOnlyList<ClusterUnit> units) => units.Count == 0 ? null : [.. units.Select(LeaderboardWords.Name)];

    public static string Name(RankingMethod method) => method switch
    {
        RankingMethod.WinRate => "win_rate",
        RankingMethod.BradleyTerry => "bradley_terry",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This ranking method has no name in the contract."),
    };

    public static string Name(RankingFigure figure) => figure switch
    {
        RankingFigure.LengthControlled => "length_controlled",
        RankingFigure.WinRate => "win_rate",
        RankingFigure.Strength => "strength",
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "This figure has no name in the contract."),
    };
}
