using System.Text.Json;
using Assay.Cli.Contracts;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;
using Assay.Storage.Files;

namespace Assay.Cli.Reports;

/// <summary>Writes <c>results.json</c> of a judging run: the contract <c>results</c> of <c>assay schema</c>.</summary>
internal static class ResultsFile
{
    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="InputException">The system refuses.</exception>
    public static void Write(string path, JudgeRunSummary summary, string judge, MadeFromContract source)
    {
        ResultsContract results = new()
        {
            SchemaVersion = ResultsContract.Version,
            Judge = judge,
            Confidence = summary.Confidence,
            Candidates = [.. summary.Candidates.Select(ToContract)],
            Calls = ToContract(summary.Spending),
            Flips = ToContract(summary.OrderEffects?.Flips),
            FirstPlace = ToContract(summary.OrderEffects?.FirstPlace),
            MadeFrom = source,
        };
        WholeFile.WriteText(path, JsonSerializer.Serialize(results, ResultsContext.Readable.ResultsContract) + "\n");
    }

    /// <summary>A note's name in the file.</summary>
    internal static string NameOf(ItemNote note) => JsonNamingPolicy.SnakeCaseLower.ConvertName(note.ToString());

    private static CandidateContract ToContract(CandidateSummary candidate) => new()
    {
        Candidate = candidate.Candidate,
        Baseline = candidate.Baseline,
        WinRate = ToContract(candidate.WinRate),
        Outcomes = new OutcomesContract
        {
            Judged = candidate.Outcomes.Judged,
            Tie = candidate.Outcomes.Ties,
            Unparsed = candidate.Outcomes.Unparsed,
            Refused = candidate.Outcomes.Refused,
            Failed = candidate.Outcomes.Failed,
            Skipped = candidate.Outcomes.Skipped,
        },
        WinRateIfMissing = candidate.MissingRange is { } range ? [100 * range.Lowest, 100 * range.Highest] : null,
        Flips = ToContract(candidate.OrderEffects?.Flips),
        FirstPlace = ToContract(candidate.OrderEffects?.FirstPlace),
        Notes = candidate.Notes.ToDictionary(static note => NameOf(note.Key), static note => note.Value),
        ConstantOutput = candidate.HasConstantOutput,
        Remarks = candidate.Remarks,
    };

    private static RateContract? ToContract(Estimate? rate) => rate is null ? null : new RateContract
    {
        Value = 100 * rate.Value,
        StandardError = 100 * rate.StandardError,
        Interval = rate.Interval is { } interval ? [100 * interval.Lower, 100 * interval.Upper] : null,
        N = rate.Count,
    };

    private static CallsContract ToContract(Spending spending) => new()
    {
        Sent = spending.Sent,
        FromStore = spending.FromStore,
        Failed = spending.Failed,
        InputTokens = spending.Tokens.Input,
        OutputTokens = spending.Tokens.Output,
        CostUsd = spending.Cost,
        KnownCostUsd = spending.KnownCost,
        WithoutCost = spending.WithoutCost,
        CachedInputTokens = spending.Tokens.CachedInput,
        ReasoningTokens = spending.Tokens.Reasoning,
    };
}
