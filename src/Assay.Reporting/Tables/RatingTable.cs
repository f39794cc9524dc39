using System.Globalization;
using Assay.Core.Ratings;
using Assay.Reporting.Formatting;
using Assay.Statistics.Estimation;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>A comparison of ratings for people: means, then tests, notes below.</summary>
public static class RatingTable
{
    private const int Always = int.MaxValue;

    /// <summary>Writes the comparison, as wide as the console allows. Names are plain text, never markup.</summary>
    public static void Write(RatingComparison comparison, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(console);
        console.Write(new Text($"Means by {DisplayText.Clean(comparison.GroupColumn)}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(Circumstances(comparison) + "\n", new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        FittedTable<RatingMean>.Write(console, comparison.Means, MeanColumns(comparison));
        console.WriteLine();
        console.Write(new Text("Differences (first minus second)\n", new Style(decoration: Decoration.Bold)));
        FittedTable<RatingTest>.Write(console, comparison.Tests, TestColumns(comparison));
        NotesBlock.Write(console, NoteGroups.Of(comparison.Notes, [], ""));
    }

    private static string Circumstances(RatingComparison comparison)
    {
        string rows = string.Create(CultureInfo.InvariantCulture, $"{comparison.Rows} rows");
        string intervals = $"{Figures.Level(comparison.Confidence)} intervals";
        if (comparison.ClusterColumn is not string column) return $"{rows} · {intervals} (Student's t, rows independent)";
        string clusters = string.Create(CultureInfo.InvariantCulture, $"{comparison.Clusters} clusters by {DisplayText.Clean(column)}");
        return $"{rows} · {clusters} · {intervals} (independent: Student's t; clustered: sandwich and t of G - 1 degrees of freedom)";
    }

    private static List<TableColumn<RatingMean>> MeanColumns(RatingComparison comparison)
    {
        List<TableColumn<RatingMean>> columns =
        [
            Name<RatingMean>("Score", mean => mean.Score),
            Name<RatingMean>(DisplayText.Clean(comparison.GroupColumn), mean => mean.Group),
            new(Form<RatingMean>(Always, "n", mean => Figures.Count(mean.Mean?.Count ?? 0))),
            new(Form<RatingMean>(Always, "Mean", mean => WithInterval(mean.Mean))) { IsEmphasised = true },
        ];
        if (comparison.ClusterColumn is not null)
        {
            columns.Add(new(Form<RatingMean>(70, "Clustered", mean => Figures.Interval(mean.Clustered?.Interval))));
            columns.Add(new(Form<RatingMean>(60, "G", mean => mean.Clusters is int clusters ? Figures.Count(clusters) : Figures.Unknown)));
        }
        if (comparison.Means.Any(mean => mean.Missing > 0)) columns.Add(new(Form<RatingMean>(50, "Missing", mean => Figures.Count(mean.Missing))));
        return columns;
    }

    private static List<TableColumn<RatingTest>> TestColumns(RatingComparison comparison)
    {
        List<TableColumn<RatingTest>> columns =
        [
            Name<RatingTest>("Score", test => test.Score),
            Name<RatingTest>("First", test => test.First),
            Name<RatingTest>("Second", test => test.Second),
            new(Form<RatingTest>(Always, "Difference", test => Signed(test.Welch?.Difference))) { IsEmphasised = true },
            new(Form<RatingTest>(Always, "Welch p", test => Figures.PValue(test.WelchP.Plain))),
            new(Form<RatingTest>(60, "Holm", test => Figures.PValue(test.WelchP.Holm))),
            new(Form<RatingTest>(50, "BH", test => Figures.PValue(test.WelchP.BenjaminiHochberg))),
        ];
        if (comparison.ClusterColumn is not null)
        {
            columns.Add(new(Form<RatingTest>(80, "Clustered p", test => Figures.PValue(test.ClusteredP.Plain))));
            columns.Add(new(Form<RatingTest>(70, "Holm", test => Figures.PValue(test.ClusteredP.Holm))));
            columns.Add(new(Form<RatingTest>(40, "BH", test => Figures.PValue(test.ClusteredP.BenjaminiHochberg))));
        }
        columns.Add(new(Form<RatingTest>(65, "Permutation p", test => Figures.PValue(test.PermutationP.Plain))));
        return columns;
    }

    private static string WithInterval(Estimate? mean) =>
        mean?.Interval is null ? Figures.Number(mean?.Value) : $"{Figures.Number(mean.Value)} {Figures.Interval(mean.Interval)}";

    private static string Signed(Estimate? difference) =>
        difference?.Interval is null ? Figures.Signed(difference?.Value) : $"{Figures.Signed(difference.Value)} {Figures.SignedInterval(difference.Interval)}";

    private static TableColumn<T> Name<T>(string header, Func<T, string> name) =>
        new(Form<T>(Always, header, row => DisplayText.Clean(name(row)))) { IsName = true };

    private static ColumnForm<T> Form<T>(int keep, string header, Func<T, string> cell) => new(keep, header, cell);
}
