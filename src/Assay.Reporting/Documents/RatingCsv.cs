using System.Globalization;
using Assay.Core.Ratings;
using Assay.Reporting.Contracts;
using CsvHelper;

namespace Assay.Reporting.Documents;

/// <summary>
/// A comparison of ratings as CSV (RFC 4180, lines ended by a line feed): a row per score and pair of groups with both means and the tests, named as in the
/// JSON
/// contract, numbers with all their digits, empty for the unknown.
/// </summary>
public static class RatingCsv
{
    private static readonly (string Name, Func<RatingTestContract, RatingMeanContract, RatingMeanContract, string> Cell)[] Columns =
    [
        ("score", (test, _, _) => CsvCells.Text(test.Score)),
        ("group_1", (test, _, _) => CsvCells.Text(test.Group1)),
        ("group_2", (test, _, _) => CsvCells.Text(test.Group2)),
        ("n_1", (_, first, _) => CsvCells.Number(first.N)),
        ("n_2", (_, _, second) => CsvCells.Number(second.N)),
        ("mean_1", (_, first, _) => CsvCells.Number(first.Mean)),
        ("mean_2", (_, _, second) => CsvCells.Number(second.Mean)),
        ("difference", (test, _, _) => CsvCells.Number(test.Difference)),
        ("standard_error", (test, _, _) => CsvCells.Number(test.StandardError)),
        ("interval_lower", (test, _, _) => CsvCells.Number(test.Interval?.Lower)),
        ("interval_upper", (test, _, _) => CsvCells.Number(test.Interval?.Upper)),
        ("welch_p_value", (test, _, _) => CsvCells.Number(test.WelchPValue)),
        ("welch_holm_p_value", (test, _, _) => CsvCells.Number(test.WelchHolmPValue)),
        ("welch_bh_p_value", (test, _, _) => CsvCells.Number(test.WelchBhPValue)),
        ("clusters", (test, _, _) => CsvCells.Number(test.Clusters)),
        ("clustered_standard_error", (test, _, _) => CsvCells.Number(test.ClusteredStandardError)),
        ("clustered_interval_lower", (test, _, _) => CsvCells.Number(test.ClusteredInterval?.Lower)),
        ("clustered_interval_upper", (test, _, _) => CsvCells.Number(test.ClusteredInterval?.Upper)),
        ("clustered_p_value", (test, _, _) => CsvCells.Number(test.ClusteredPValue)),
        ("clustered_holm_p_value", (test, _, _) => CsvCells.Number(test.ClusteredHolmPValue)),
        ("clustered_bh_p_value", (test, _, _) => CsvCells.Number(test.ClusteredBhPValue)),
        ("permutation_p_value", (test, _, _) => CsvCells.Number(test.PermutationPValue)),
        ("permutation_holm_p_value", (test, _, _) => CsvCells.Number(test.PermutationHolmPValue)),
        ("permutation_bh_p_value", (test, _, _) => CsvCells.Number(test.PermutationBhPValue)),
        ("permutation_scheme", (test, _, _) => CsvCells.Text(test.PermutationScheme)),
    ];

    /// <summary>A header and one row per test, in the comparison's order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(RatingComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        RatingContract contract = comparison.ToContract();
        Dictionary<(string, string), RatingMeanContract> means = contract.Means.ToDictionary(mean => (mean.Score, mean.Group));
        StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord([.. Columns.Select(column => column.Name)]);
            foreach (RatingTestContract test in contract.Tests)
            {
                RatingMeanContract first = means[(test.Score, test.Group1)], second = means[(test.Score, test.Group2)];
                csv.WriteRecord([.. Columns.Select(column => column.Cell(test, first, second))]);
            }
        }
        return text.ToString();
    }
}
