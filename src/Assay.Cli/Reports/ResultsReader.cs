using System.Collections.Immutable;
using System.Text.Json;
using Assay.Cli.Contracts;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;

namespace Assay.Cli.Reports;

/// <summary>Reads back what <see cref="ResultsFile"/> wrote, rates to the last digit or so of a double.</summary>
internal static class ResultsReader
{
    /// <summary>What a run says, from its <c>results.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What is in the run's folder now.</param>
    /// <returns>Null where there is no such file, it was made from something else, or it is not as it was written: the log then says it.</returns>
    public static JudgeRunSummary? Read(string path, MadeFromContract source)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            ResultsContract? results = JsonSerializer.Deserialize(file, ResultsContext.Readable.ResultsContract);
            return results is { SchemaVersion: ResultsContract.Version } && results.MadeFrom == source ? Summary(results) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static JudgeRunSummary Summary(ResultsContract results)
    {
        ImmutableArray<CandidateSummary> candidates = [.. results.Candidates.Select(candidate => Candidate(candidate, results.Confidence))];
        return new JudgeRunSummary
        {
            Candidates = candidates,
            Outcomes = candidates.Aggregate(new OutcomeCounts(), static (all, candidate) => all.Add(candidate.Outcomes)),
            OrderEffects = Effects(results.Flips, results.FirstPlace, results.Confidence),
            Spending = SpendingOf(results.Calls),
            Confidence = results.Confidence,
        };
    }

    private static CandidateSummary Candidate(CandidateContract candidate, double confidence) => new()
    {
        Candidate = candidate.Candidate,
        Baseline = candidate.Baseline,
        Outcomes = new OutcomeCounts
        {
            Judged = candidate.Outcomes.Judged,
            Ties = candidate.Outcomes.Tie,
            Unparsed = candidate.Outcomes.Unparsed,
            Refused = candidate.Outcomes.Refused,
            Failed = candidate.Outcomes.Failed,
            Skipped = candidate.Outcomes.Skipped,
        },
        WinRate = Rate(candidate.WinRate, confidence),
        MissingRange = candidate.WinRateIfMissing is [double lowest, double highest] ? new MissingRange(lowest / 100, highest / 100) : null,
        OrderEffects = Effects(candidate.Flips, candidate.FirstPlace, confidence),
        Notes = candidate.Notes.ToImmutableSortedDictionary(static note => NoteOf(note.Key), static note => note.Value),
        HasConstantOutput = candidate.ConstantOutput,
        Remarks = [.. candidate.Remarks],
    };

    private static ItemNote NoteOf(string name) => Enum.GetValues<ItemNote>().First(note => ResultsFile.NameOf(note) == name);

    private static OrderEffects? Effects(RateContract? flips, RateContract? firstPlace, double confidence) =>
        Rate(flips, confidence) is { } share && Rate(firstPlace, confidence) is { } first ? new OrderEffects(share, first) : null;

    private static Estimate? Rate(RateContract? rate, double confidence) => rate is null ? null : new Estimate(
        rate.Value / 100,
        rate.StandardError / 100,
        rate.Interval is [double lower, double upper] ? new ConfidenceInterval(lower / 100, upper / 100, confidence) : null,
        rate.N);

    private static Spending SpendingOf(CallsContract calls) => new()
    {
        Sent = calls.Sent,
        FromStore = calls.FromStore,
        Failed = calls.Failed,
        KnownCost = calls.KnownCostUsd,
        WithoutCost = calls.WithoutCost,
        Tokens = new TokenUsage(calls.InputTokens, calls.CachedInputTokens, calls.OutputTokens, calls.ReasoningTokens),
    };
}
