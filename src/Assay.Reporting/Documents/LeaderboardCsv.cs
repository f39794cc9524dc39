using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Reporting.Contracts;

namespace Assay.Reporting.Documents;

/// <summary>
/// A leaderboard as CSV (RFC 4180, lines ended by a line feed): one row per model, one column per field of the JSON contract, two for an interval,
/// percent from 0 to 100, numbers with all their digits, empty for the unknown. What the whole table shares is repeated in every row.
/// </summary>
public static class LeaderboardCsv
{
    /// <summary>A header and one row per model, in the leaderboard's order; win rates by data set follow as columns <c>win_rate:NAME</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(Leaderboard leaderboard)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        LeaderboardContract contract = leaderboard.ToContract();
        StringWriter text = new(CultureInfo.InvariantCulture);
        CsvRows.Write(text, contract.Models, [.. LeaderboardCsvColumns.For(contract)], CancellationToken.None);
        return text.ToString();
    }
}
