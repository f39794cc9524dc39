using System.Globalization;
using Assay.Core.JudgeEvaluations;

namespace Assay.Reporting.Formatting;

/// <summary>The words of an evaluation of judges.</summary>
internal static class EvaluationWords
{
    /// <summary>The rows of a confusion table.</summary>
    public static IReadOnlyList<string> Verdicts { get; } = ["output_1", "output_2", "tie", "unparsed"];

    /// <summary>A feature's name in the contract.</summary>
    public static string Key(LikedFeature feature) => feature switch
    {
        LikedFeature.Longer => "longer",
        LikedFeature.List => "list",
        LikedFeature.ShownFirst => "shown_first",
        LikedFeature.OwnFamily => "own_family",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "This feature has no name in the contract."),
    };

    /// <summary>A feature as people say it.</summary>
    public static string Name(LikedFeature feature) => feature switch
    {
        LikedFeature.Longer => "the longer",
        LikedFeature.List => "the one with a list",
        LikedFeature.ShownFirst => "the first shown",
        LikedFeature.OwnFamily => "its own family's",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "This feature has no name."),
    };

    /// <summary>A share in percent with its interval: "61.76 [60.3, 63.2]".</summary>
    public static string Share(Figure figure) => figure.Estimate is not { } estimate ? Figures.Unknown
        : estimate.Interval is null ? Figures.Percent(estimate.Value)
        : $"{Figures.Percent(estimate.Value)} {Figures.PercentInterval(estimate.Interval)}";

    /// <summary>A difference in percentage points with its interval.</summary>
    public static string Points(Figure figure) => figure.Estimate is not { } estimate ? Figures.Unknown
        : estimate.Interval is null ? Figures.Points(estimate.Value)
        : $"{Figures.Points(estimate.Value)} {Figures.PointsInterval(estimate.Interval)}";

    /// <summary>A coefficient with three decimals and its interval: "0.852 [0.83, 0.88]".</summary>
    public static string Coefficient(Figure figure)
    {
        if (figure.Estimate is not { } estimate) return Figures.Unknown;
        string value = estimate.Value.ToString("0.000;-0.000;0.000", CultureInfo.InvariantCulture);
        return estimate.Interval is not { } interval ? value
            : value + string.Create(CultureInfo.InvariantCulture, $" [{interval.Lower:0.00;-0.00;0.00}, {interval.Upper:0.00;-0.00;0.00}]");
    }

    /// <summary>An amount with its interval's ends.</summary>
    public static string Amount(Figure figure) => Figures.Number(figure.Estimate?.Value);
}
