using System.Globalization;
using System.Text;
using Assay.Core.Leaderboards;
using Assay.Reporting.Documents;
using Assay.TestSupport;
using CsvHelper;

namespace Assay.Reporting.Tests.Documents;

public sealed class LeaderboardCsvTests
{
    [Fact]
    public void A_leaderboard_is_the_approved_rows() => Approved.Verify(LeaderboardCsv.Render(Samples.Small()), "csv");

    [Fact]
    public void Data_sets_are_columns_at_the_end()
    {
        string[] header = Read(Samples.ByDataset())[0];
        IEnumerable<string> koala = header.Where(name => name.EndsWith(":koala", StringComparison.Ordinal));
        Assert.Equal(["win_rate_interval_lower:koala", "win_rate_interval_upper:koala"], koala.TakeLast(2));
        Assert.Equal("win_rate:", header[^4]);
    }

    [Fact]
    public void No_text_starts_like_a_formula()
    {
        string[] formulas = ["=cmd()", "+1", "-1", "@sum", "\t=1", "\r=1", "＝1"];
        Leaderboard board = Samples.Leaderboard([.. formulas.Select(name => Samples.Entry(name) with { Notes = [name] })]);
        Assert.All(Read(board).Skip(1), row => Assert.StartsWith("'", row[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_one_line_come_back_as_they_were()
    {
        string[] names = ["plain", "a,b", "say \"hi\"", "模型", "two  spaces ", "'quoted"];
        Assert.Equal(names, Read(Samples.Leaderboard([.. names.Select(name => Samples.Entry(name))])).Skip(1).Select(row => row[0]));
    }

    [Fact]
    public void Every_model_is_one_line() =>
        Assert.Equal(1 + Samples.HostileNames.Length, LeaderboardCsv.Render(Samples.Hostile()).TrimEnd('\n').Split('\n').Length);

    [Fact]
    public void Numbers_keep_all_their_digits()
    {
        List<string[]> rows = Read(Samples.Small());
        int column = Array.IndexOf(rows[0], "win_rate");
        Assert.Equal(100 * 0.31234567, double.Parse(rows[3][column], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_unknown_is_empty()
    {
        List<string[]> rows = Read(Samples.Small());
        Assert.Equal("", rows[5][Array.IndexOf(rows[0], "length_controlled_win_rate")]);
    }

    private static List<string[]> Read(Leaderboard leaderboard)
    {
        MemoryStream stream = new(Encoding.UTF8.GetBytes(LeaderboardCsv.Render(leaderboard)));
        using CsvReader reader = CsvReader.Create(stream, new CsvReaderOptions { HasHeader = false }, leaveOpen: false);
        List<string[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}
