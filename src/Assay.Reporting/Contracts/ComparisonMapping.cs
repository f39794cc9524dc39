using Assay.Core.Comparisons;

namespace Assay.Reporting.Contracts;

/// <summary>From a comparison to its contract.</summary>
internal static class ComparisonMapping
{
    public static ComparisonContract ToContract(this ModelComparison comparison) =>
        new(comparison.Leaderboard.ToContract(), [.. comparison.Pairs.Select(ToContract)]);

    private static PairContract ToContract(PairComparison pair) => new()
    {
        Model1 = pair.First,
        Model2 = pair.Second,
        Annotator = pair.Annotator,
        NShared = pair.SharedInstructions,
        NOnly1 = pair.OnlyFirst,
        NOnly2 = pair.OnlySecond,
        NAhead1 = pair.FirstAhead,
        NAhead2 = pair.SecondAhead,
        NEqual = pair.Equal,
        WinRateDifference = ContractUnits.Percent(pair.WinRate?.Difference.Value),
        WinRateDifferenceStandardError = ContractUnits.Percent(pair.WinRate?.Difference.StandardError),
        WinRateDifferenceInterval = ContractUnits.Percent(pair.WinRate?.Difference.Interval),
        WinRatePValue = ContractUnits.Finite(pair.WinRate?.PValue),
        WinRateHolmPValue = ContractUnits.Finite(pair.WinRate?.HolmPValue),
        WinRateDetectableDifference = ContractUnits.Percent(pair.WinRate?.DetectableDifference),
        LengthControlledDifference = ContractUnits.Percent(pair.LengthControlledWinRate?.Difference.Value),
        LengthControlledDifferenceStandardError = ContractUnits.Percent(pair.LengthControlledWinRate?.Difference.StandardError),
        LengthControlledDifferenceInterval = ContractUnits.Percent(pair.LengthControlledWinRate?.Difference.Interval),
        LengthControlledPValue = ContractUnits.Finite(pair.LengthControlledWinRate?.PValue),
        LengthControlledHolmPValue = ContractUnits.Finite(pair.LengthControlledWinRate?.HolmPValue),
        LengthControlledDetectableDifference = ContractUnits.Percent(pair.LengthControlledWinRate?.DetectableDifference),
        Notes = pair.Notes,
    };
}
