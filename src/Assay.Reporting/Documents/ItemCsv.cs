using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Runs;

namespace Assay.Reporting.Documents;

/// <summary>
/// The items of a run as CSV for spreadsheets and data frames: one row per item, texts whole, empty for the unknown. Preferences are probabilities from 0 to 1
/// that the candidate's output is better. Texts that a spreadsheet would take for a formula get a leading apostrophe, and control characters other than line
/// breaks and tabs stand as U+FFFD: the run's own files have the texts unchanged.
/// </summary>
public static class ItemCsv
{
    private static readonly (string Name, Func<JudgedItem, string> Cell)[] JudgedColumns =
    [
        ("id", static item => item.Pair.Id.ToString()),
        ("outcome", static item => Word(item.Outcome)),
        ("candidate_preference", static item => CsvCells.Number(item.Preference)),
        ("preference_baseline_first", static item => CsvCells.Number(Preference(item, PresentationOrder.BaselineFirst))),
        ("preference_candidate_first", static item => CsvCells.Number(Preference(item, PresentationOrder.CandidateFirst))),
        ("candidate", static item => CsvCells.Text(item.Pair.Candidate.Generator)),
        ("baseline", static item => CsvCells.Text(item.Pair.Baseline.Generator)),
        ("annotator", static item => CsvCells.Text(item.Annotator)),
        ("dataset", static item => CsvCells.Text(item.Pair.Dataset)),
        ("candidate_length", static item => Length(item.Pair.Candidate.Output)),
        ("baseline_length", static item => Length(item.Pair.Baseline.Output)),
        ("times_asked", static item => CsvCells.Number(item.Verdicts.Sum(static verdict => verdict.Asked))),
        ("notes", static item => string.Join(' ', item.Notes.Select(Word))),
        ("reason", static item => CsvCells.Text(item.Reason)),
        ("instruction", static item => CsvCells.WholeText(item.Pair.Instruction)),
        ("candidate_output", static item => CsvCells.WholeText(item.Pair.Candidate.Output)),
        ("baseline_output", static item => CsvCells.WholeText(item.Pair.Baseline.Output)),
    ];

    private static readonly (string Name, Func<GeneratedOutput, string> Cell)[] OutputColumns =
    [
        ("id", static output => output.Id.ToString()),
        ("outcome", static output => Word(output.Outcome)),
        ("generator", static output => CsvCells.Text(output.Generator)),
        ("repeat", static output => CsvCells.Number(output.Repeat)),
        ("dataset", static output => CsvCells.Text(output.Instruction.Dataset)),
        ("length", static output => output.Output is { } text ? Length(text) : ""),
        ("reason", static output => CsvCells.Text(output.Reason)),
        ("instruction", static output => CsvCells.WholeText(output.Instruction.Instruction)),
        ("output", static output => CsvCells.WholeText(output.Output)),
    ];

    /// <summary>Writes judged items: a header, and one row for each; lengths are Unicode code points.</summary>
    /// <param name="target">Takes the text; lines end in a line feed.</param>
    /// <param name="items">The items, read once; none gives the header alone.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <returns>The number of items.</returns>
    public static int Write(TextWriter target, IEnumerable<JudgedItem> items, CancellationToken cancellation) =>
        CsvRows.Write(target, items, JudgedColumns, cancellation);

    /// <summary>Writes generated outputs, those that failed too: a header, and one row for each; lengths are Unicode code points.</summary>
    /// <inheritdoc cref="Write(TextWriter, IEnumerable{JudgedItem}, CancellationToken)"/>
    public static int Write(TextWriter target, IEnumerable<GeneratedOutput> items, CancellationToken cancellation) =>
        CsvRows.Write(target, items, OutputColumns, cancellation);

    // The mean over repeats and panel members; null where none has a preference in this order.
    private static double? Preference(JudgedItem item, PresentationOrder order) =>
        item.Verdicts.Where(verdict => verdict.Order == order).Average(static verdict => verdict.Preference);

    private static string Length(string text) => CsvCells.Number(text.EnumerateRunes().Count());

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
