using Assay.Core.Leaderboards;

namespace Assay.Reporting.Contracts;

/// <summary>From a leaderboard to its contract.</summary>
internal static class LeaderboardMapping
{
    public static LeaderboardContract ToContract(this Leaderboard leaderboard) => new()
    {
        SchemaVersion = LeaderboardContract.Version,
        Baseline = leaderboard.Baseline,
        Annotators = leaderboard.Annotators,
        Confidence = leaderboard.Confidence,
        Models = [.. leaderboard.Entries.Select(entry => ToContract(entry, leaderboard.RankedBy))],
        Method = ContractUnits.Name(leaderboard.Method),
        RankedBy = ContractUnits.Name(leaderboard.RankedBy),
        Seed = leaderboard.Seed,
        NInstructions = leaderboard.InstructionCount,
        Notes = leaderboard.Notes,
    };

    private static ModelContract ToContract(LeaderboardEntry entry, RankingFigure rankedBy)
    {
        bool inLogits = rankedBy == RankingFigure.Strength;
        return new()
        {
            Model = entry.Model,
            Annotator = entry.Annotator,
            Rank = entry.Rank,
            RankInterval = entry.RankInterval is { } ranks ? new(ranks.Best, ranks.Worst) : null,
            N = entry.Count,
            NUnjudged = entry.Unjudged,
            NWins = entry.Wins,
            NLosses = entry.Losses,
            NTies = entry.Ties,
            MeanLength = ContractUnits.Finite(entry.MeanLength).GetValueOrDefault(),
            WinRate = ContractUnits.Percent(entry.WinRate?.Value),
            WinRateStandardError = ContractUnits.Percent(entry.WinRate?.StandardError),
            WinRateInterval = ContractUnits.Percent(entry.WinRate?.Interval),
            LengthControlledWinRate = ContractUnits.Percent(entry.LengthControlledWinRate?.Value),
            LengthControlledStandardError = ContractUnits.Percent(entry.LengthControlledWinRate?.StandardError),
            LengthControlledInterval = ContractUnits.Percent(entry.LengthControlledWinRate?.Interval),
            LengthControl = ContractUnits.Name(entry.LengthControl),
            Notes = entry.Notes,
            PredictionPoweredWinRate = null,
            Clusters = null,
            WinRateIntervalMethod = entry.WinRate?.Interval is null ? null : "student_t",
            LengthControlledIntervalMethod = entry.LengthControlledIntervalMethod,
            LengthCoefficient = ContractUnits.Finite(entry.LengthCoefficient),
            Strength = ContractUnits.Finite(entry.Strength?.Value),
            StrengthStandardError = ContractUnits.Finite(entry.Strength?.StandardError),
            StrengthInterval = ContractUnits.Unscaled(entry.Strength?.Interval),
            DifferenceToBest = inLogits ? ContractUnits.Finite(entry.DifferenceToBest?.Value) : ContractUnits.Percent(entry.DifferenceToBest?.Value),
            DifferenceToBestInterval = inLogits
                ? ContractUnits.Unscaled(entry.DifferenceToBest?.Interval)
                : ContractUnits.Percent(entry.DifferenceToBest?.Interval),
            Datasets = entry.Datasets.Count == 0 ? null : [.. entry.Datasets.Select(ToContract)],
        };
    }

    private static DatasetContract ToContract(DatasetWinRate dataset) => new()
    {
        Dataset = dataset.Dataset,
        N = dataset.WinRate?.Count ?? 0,
        NUnjudged = dataset.Unjudged,
        WinRate = ContractUnits.Percent(dataset.WinRate?.Value),
        WinRateStandardError = ContractUnits.Percent(dataset.WinRate?.StandardError),
        WinRateInterval = ContractUnits.Percent(dataset.WinRate?.Interval),
    };
}
