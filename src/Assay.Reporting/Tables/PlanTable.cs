using System.Globalization;
using Assay.Core.Planning;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>A plan, for a person to read.</summary>
public static class PlanTable
{
    private const int Always = int.MaxValue;

    /// <summary>Writes what was asked, the designs, and notes.</summary>
    public static void Write(EvaluationPlan plan, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(console);
        TextLines head = new();
        foreach (string line in Head(plan).SelectMany(sentence => DisplayCells.Wrap(sentence, Math.Max(1, console.Profile.Width)))) head.Append(line).EndLine();
        console.Write(head.EndLine());
        FittedTable<PlanDesign>.Write(console, plan.Designs, Columns(plan));
        NotesBlock.Write(console, [.. plan.Notes.Select(static note => new NoteGroup(note, [], null))]);
    }

    private static IEnumerable<string> Head(EvaluationPlan plan)
    {
        string sure = $"with a power of {Figures.Level(plan.Power)} at a confidence of {Figures.Level(plan.Confidence)}";
        if (plan.Difference is { } difference) yield return $"To see a true difference of {Figures.Number(100 * difference)} points {sure}.";
        if (plan.Instructions is { } count)
            yield return $"The smallest difference that {Figures.Count(count)} instructions show {sure}.";
        if (plan.Pilot is not { } pilot) yield break;
        string pair = DisplayText.Clean(pilot.First) + (pilot.Second is { } second ? $" and {DisplayText.Clean(second)}" : " against the baseline");
        yield return $"Pilot: {pair} on {Figures.Count(pilot.Instructions)} instructions. Standard deviations in points: "
            + $"instructions {Deviation(pilot.Components.Instruction)}, order {Deviation(pilot.Components.Order)}, answers {Deviation(pilot.Components.Repeat)}.";
    }

    private static List<TableColumn<PlanDesign>> Columns(EvaluationPlan plan)
    {
        List<TableColumn<PlanDesign>> columns =
        [
            Column("orders", static design => Count(design.Orders)),
            Column("repeats", static design => Count(design.Repeats)),
            Column("deviation", static design => Figures.Percent(design.Deviation)),
        ];
        if (plan.Difference is not null)
        {
            columns.Add(Column("instructions", static design => Count(design.Needed)) with { IsEmphasised = true });
            columns.Add(Column("by the pilot's error", static design => design.NeededRange is { } range ? $"{Count(range.Fewest)} to {Count(range.Most)}" : Figures.Unknown));
            columns.Add(Column("judgements", static design => design.Judgements?.ToString(CultureInfo.InvariantCulture) ?? Figures.Unknown));
            columns.Add(Column("USD", static design => design.Cost?.ToString("0.00", CultureInfo.InvariantCulture) ?? Figures.Unknown));
        }
        if (plan.Instructions is not null) columns.Add(Column("detectable", static design => Figures.Percent(design.Detectable)) with { IsEmphasised = true });
        return columns;
    }

    private static TableColumn<PlanDesign> Column(string header, Func<PlanDesign, string> cell) => new(new ColumnForm<PlanDesign>(Always, header, cell));

    private static string Count(int? count) => count is { } known ? Figures.Count(known) : Figures.Unknown;

    private static string Deviation(double? variance) => Figures.Percent(variance is { } known ? Math.Sqrt(known) : null);
}
