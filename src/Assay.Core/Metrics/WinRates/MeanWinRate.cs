using Assay.Core.Metrics.Reduction;

namespace Assay.Core.Metrics.WinRates;

/// <summary>
/// HELM's mean win rate (Liang and others 2022): the chance, in a column drawn at random, to beat another model drawn at random from those with a value in
/// it. Equal values are half a win; a model without a value is left out of that column; columns with fewer than two values or without a direction are passed
/// over.
/// </summary>
/// <remarks>It is a rank among these models: adding one, or a scenario, changes it, and a difference however small is a whole win.</remarks>
public static class MeanWinRate
{
    /// <summary>Each model's win rate in [0, 1]; null for one without a value in any column that counts.</summary>
    /// <param name="columns">The table; every column has one place for each model.</param>
    /// <param name="aggregation">How the columns become one number.</param>
    /// <exception cref="ArgumentException">The columns have unlike lengths, or a value is NaN.</exception>
    public static double?[] Of(IReadOnlyList<WinRateColumn> columns, WinRateAggregation aggregation = WinRateAggregation.Mean)
    {
        if (columns.Count == 0) return [];
        int models = columns[0].Values.Length;
        double[][] rates = [.. Enumerable.Range(0, models).Select(_ => new double[columns.Count])];
        for (int column = 0; column < columns.Count; column++)
        {
            if (columns[column].Values.Length != models)
                throw new ArgumentException($"Column {column} has {columns[column].Values.Length} values, column 0 has {models}.", nameof(columns));
            double[] wins = InColumn(columns[column]);
            for (int model = 0; model < models; model++) rates[model][column] = wins[model];
        }
        ScoreReducer reducer = aggregation == WinRateAggregation.Median ? new MedianReducer() : new MeanReducer();
        return [.. rates.Select(rate => reducer.Reduce(rate))];
    }

    /// <summary>Win rates in one column; NaN where a model has none.</summary>
    private static double[] InColumn(WinRateColumn column)
    {
        double[] wins = new double[column.Values.Length];
        double[] values = [.. column.Values.Where(static value => value is not null).Select(static value => value!.Value).Order()];
        if (values.Length > 0 && double.IsNaN(values[0])) throw new ArgumentException("A value is not a number; one that is missing is null.", nameof(column));
        for (int model = 0; model < wins.Length; model++)
        {
            wins[model] = double.NaN;
            if (column.IsLowerBetter is not { } isLowerBetter || column.Values[model] is not { } value || values.Length < 2) continue;
            int below = LowerBound(values, value), notAbove = UpperBound(values, value);
            int beaten = isLowerBetter ? values.Length - notAbove : below;
            int others = notAbove - below - 1;
            wins[model] = (beaten + 0.5 * others) / (values.Length - 1);
        }
        return wins;
    }

    private static int LowerBound(double[] sorted, double value)
    {
        int first = Array.BinarySearch(sorted, value);
        while (first > 0 && sorted[first - 1] == value) first--;
        return first;
    }

    private static int UpperBound(double[] sorted, double value)
    {
        int end = Array.BinarySearch(sorted, value);
        while (end < sorted.Length && sorted[end] == value) end++;
        return end;
    }
}
