using System.Globalization;
using Assay.Reporting.Contracts;
using Assay.Reporting.Formatting;
using Column = (string Name, System.Func<Assay.Reporting.Contracts.ModelContract, string> Cell);

namespace Assay.Reporting.Documents;

/// <summary>The columns of a leaderboard's CSV, named and ordered as in the JSON contract.</summary>
internal static class LeaderboardCsvColumns
{
    /// <summary>The columns for a leaderboard.</summary>
    public static IEnumerable<Column> For(LeaderboardContract board) => [.. OfModel(), .. OfBoard(board), .. OfFlags(), .. OfDatasets(board)];

    private static IEnumerable<Column> OfModel() =>
    [
        ("model", model => CsvCells.Text(model.Model)),
        ("annotator", model => CsvCells.Text(model.Annotator)),
        ("rank", model => CsvCells.Number(model.Rank)),
        ("rank_interval_lower", model => CsvCells.Number(model.RankInterval?.Lower)),
        ("rank_interval_upper", model => CsvCells.Number(model.RankInterval?.Upper)),
        ("n", model => CsvCells.Number(model.N)),
        ("n_unjudged", model => CsvCells.Number(model.NUnjudged)),
        ("n_wins", model => CsvCells.Number(model.NWins)),
        ("n_losses", model => CsvCells.Number(model.NLosses)),
        ("n_ties", model => CsvCells.Number(model.NTies)),
        ("mean_length", model => CsvCells.Number(model.MeanLength)),
        ("win_rate", model => CsvCells.Number(model.WinRate)),
        ("win_rate_standard_error", model => CsvCells.Number(model.WinRateStandardError)),
        .. Interval("win_rate_interval", model => model.WinRateInterval),
        ("length_controlled_win_rate", model => CsvCells.Number(model.LengthControlledWinRate)),
        ("length_controlled_standard_error", model => CsvCells.Number(model.LengthControlledStandardError)),
        .. Interval("length_controlled_interval", model => model.LengthControlledInterval),
        ("length_control", model => CsvCells.Text(model.LengthControl)),
        ("notes", model => CsvCells.Text(string.Join(' ', model.Notes))),
        ("prediction_powered_win_rate", model => CsvCells.Number(model.PredictionPoweredWinRate)),
        ("clusters", model => CsvCells.Number(model.Clusters)),
        ("win_rate_interval_method", model => CsvCells.Text(model.WinRateIntervalMethod)),
        ("length_controlled_interval_method", model => CsvCells.Text(model.LengthControlledIntervalMethod)),
        ("length_coefficient", model => CsvCells.Number(model.LengthCoefficient)),
        ("strength", model => CsvCells.Number(model.Strength)),
        ("strength_standard_error", model => CsvCells.Number(model.StrengthStandardError)),
        .. Interval("strength_interval", model => model.StrengthInterval),
        ("difference_to_best", model => CsvCells.Number(model.DifferenceToBest)),
        .. Interval("difference_to_best_interval", model => model.DifferenceToBestInterval),
        ("independent_standard_error", model => CsvCells.Number(model.IndependentStandardError)),
        .. Interval("independent_interval", model => model.IndependentInterval),
        ("prediction_powered_standard_error", model => CsvCells.Number(model.PredictionPoweredStandardError)),
        .. Interval("prediction_powered_interval", model => model.PredictionPoweredInterval),
        ("n_labelled", model => CsvCells.Number(model.NLabelled)),
        ("n_predicted", model => CsvCells.Number(model.NPredicted)),
        ("prediction_weight", model => CsvCells.Number(model.PredictionWeight)),
        ("human_win_rate", model => CsvCells.Number(model.HumanWinRate)),
        ("human_win_rate_standard_error", model => CsvCells.Number(model.HumanWinRateStandardError)),
        .. Interval("human_win_rate_interval", model => model.HumanWinRateInterval),
        ("prediction_powered_reason", model => CsvCells.Text(model.PredictionPoweredReason)),
    ];

    private static IEnumerable<Column> OfBoard(LeaderboardContract board) =>
    [
        ("baseline", _ => CsvCells.Text(board.Baseline)),
        ("confidence", _ => CsvCells.Number(board.Confidence)),
        ("method", _ => board.Method),
        ("ranked_by", _ => board.RankedBy),
        ("seed", _ => board.Seed.ToString(CultureInfo.InvariantCulture)),
        ("n_instructions", _ => CsvCells.Number(board.NInstructions)),
        ("cluster_by", _ => string.Join(' ', board.ClusterBy ?? [])),
    ];

    // Behind the columns there were before them, for those who read by place.
    private static IEnumerable<Column> OfFlags() =>
    [
        ("n_nearly_same_output", model => CsvCells.Number(model.NNearlySameOutput)),
        ("n_imitates_judge", model => CsvCells.Number(model.NImitatesJudge)),
        ("n_constant_output", model => CsvCells.Number(model.NConstantOutput)),
        ("n_unfenced", model => CsvCells.Number(model.NUnfenced)),
        ("n_replaced_surrogates", model => CsvCells.Number(model.NReplacedSurrogates)),
        ("n_label_flipped", model => CsvCells.Number(model.NLabelFlipped)),
    ];

    private static IEnumerable<Column> OfDatasets(LeaderboardContract board)
    {
        IEnumerable<string?> names = board.Models.SelectMany(model => model.Datasets ?? []).Select(dataset => dataset.Dataset).Distinct(StringComparer.Ordinal);
        return names.SelectMany(name => OfDataset(name));
    }

    private static IEnumerable<Column> OfDataset(string? name)
    {
        DatasetContract? Of(ModelContract model) => model.Datasets?.FirstOrDefault(dataset => string.Equals(dataset.Dataset, name, StringComparison.Ordinal));
        string suffix = DisplayText.Clean(name ?? "");
        return
        [
            ($"n:{suffix}", model => CsvCells.Number(Of(model)?.N)),
            ($"n_unjudged:{suffix}", model => CsvCells.Number(Of(model)?.NUnjudged)),
            ($"win_rate:{suffix}", model => CsvCells.Number(Of(model)?.WinRate)),
            ($"win_rate_standard_error:{suffix}", model => CsvCells.Number(Of(model)?.WinRateStandardError)),
            .. Interval($"win_rate_interval:{suffix}", model => Of(model)?.WinRateInterval),
        ];
    }

    private static IEnumerable<Column> Interval(string name, Func<ModelContract, Interval<double>?> interval)
    {
        (string stem, string suffix) = name.Split(':', 2) is [string before, string after] ? (before, ":" + after) : (name, "");
        return
        [
            ($"{stem}_lower{suffix}", model => CsvCells.Number(interval(model)?.Lower)),
            ($"{stem}_upper{suffix}", model => CsvCells.Number(interval(model)?.Upper)),
        ];
    }
}
