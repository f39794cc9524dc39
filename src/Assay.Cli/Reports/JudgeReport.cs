using System.Globalization;
using Assay.Cli.Output;
using Assay.Core.Runs;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;

namespace Assay.Cli.Reports;

/// <summary>What a judging run says, as a text for people.</summary>
internal static class JudgeReport
{
    /// <summary>Writes a block for each candidate, and what the calls came to.</summary>
    public static void Write(JudgeRunSummary summary, RunDescription run, TextWriter writer)
    {
        foreach (CandidateSummary candidate in summary.Candidates)
        {
            string opponent = candidate.Baseline is null ? "" : $" against {candidate.Baseline}";
            writer.WriteLine(OneLine.Of($"{candidate.Candidate}{opponent}, judged by {run.Judge?.Name} ({Orders(run)})"));
            Line(writer, "win rate", candidate.WinRate is { } rate ? Rate(rate) : "none: no item has a preference");
            OutcomeCounts counts = candidate.Outcomes;
            Line(writer, "outcomes", Text(
                $"{counts.Judged} judged, {counts.Ties} ties, {counts.Unparsed} unparsed, {counts.Refused} refused, {counts.Failed} failed, {counts.Skipped} skipped"));
            if (counts.Missing > 0 && candidate.MissingRange is { } range)
                Line(writer, "if the missing had", Text($"all gone one way or the other: {100 * range.Lowest:0.00} to {100 * range.Highest:0.00} %"));
            if (candidate.OrderEffects is { } effects)
            {
                Line(writer, "order flips", Rate(effects.Flips));
                Line(writer, "first place", Rate(effects.FirstPlace));
            }
            foreach (string remark in candidate.Remarks) writer.WriteLine(OneLine.Of($"  note: {remark}"));
        }
        writer.WriteLine(SpendingText.Of(summary.Spending));
    }

    private static void Line(TextWriter writer, string name, string value) => writer.WriteLine($"  {name,-18} {value}");

    private static string Rate(Estimate rate)
    {
        string interval = rate.Interval is { } ends
            ? Text($"[{100 * ends.Lower:0.00}, {100 * ends.Upper:0.00}] at {100 * ends.Level:0.##} %")
            : "interval unknown";
        return Text($"{100 * rate.Value:0.00} %  {interval}, {rate.Count} items");
    }

    private static string Orders(RunDescription run) => run.Orders switch
    {
        Core.Judging.OrderPolicy.Both => "both orders",
        Core.Judging.OrderPolicy.Random => "one order at random",
        _ => "the baseline first",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
