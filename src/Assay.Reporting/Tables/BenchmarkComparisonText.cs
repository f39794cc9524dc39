using Assay.Core.Scenarios;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>A comparison of two models on benchmarks, for people.</summary>
public static class BenchmarkComparisonText
{
    private const int Always = int.MaxValue;

    /// <summary>Writes a row for each scenario and one for all. Names are plain text, never markup.</summary>
    public static void Write(BenchmarkComparison comparison, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(console);
        string heading = $"{DisplayText.Clean(comparison.First)} minus {DisplayText.Clean(comparison.Second)}, on the instances both answered [{Figures.Level(comparison.Confidence)} interval]";
        console.Write(new Text(heading + "\n", new Style(decoration: Decoration.Bold)));
        FittedTable<ScenarioDifference>.Write(console, comparison.Scenarios,
        [
            new(new ColumnForm<ScenarioDifference>(Always, "Scenario", static row => DisplayText.Clean(row.Scenario))) { IsName = true },
            new(new ColumnForm<ScenarioDifference>(2, "Metric", static row => DisplayText.Clean(row.Metric.Name))),
            new(new ColumnForm<ScenarioDifference>(Always, "Difference", static row => BenchmarkWords.Difference(row.Difference, row.Metric))) { IsEmphasised = true },
            new(new ColumnForm<ScenarioDifference>(3, "p", static row => Figures.PValue(row.PValue))),
            new(new ColumnForm<ScenarioDifference>(Always, "p (Holm)", static row => Figures.PValue(row.HolmPValue))),
            new(new ColumnForm<ScenarioDifference>(1, "Detectable", static row => row.Metric.IsProportion ? Figures.Percent(row.DetectableDifference) : Figures.Number(row.DetectableDifference))),
            new(new ColumnForm<ScenarioDifference>(Always, "n", static row => Figures.Count(row.Shared))),
        ]);
        if (comparison.Overall is { } overall)
        {
            string words = BenchmarkWords.Difference(overall, comparison.Scenarios[0].Metric);
            console.Write(new Text($"\nmean of {Figures.Count(comparison.Scenarios.Length)} scenarios: {words}, p {Figures.PValue(comparison.OverallPValue)}\n", new Style(decoration: Decoration.Bold)));
        }
        NotesBlock.Write(console, NoteGroups.Of(comparison.Notes, [], ""));
    }
}
