using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;
using Assay.Storage.Runs;

namespace Assay.Cli.Reports;

/// <summary>Reads back what <see cref="ResultsFile"/> wrote, rates to the last digit or so of a double.</summary>
internal static class ResultsReader
{
    /// <summary>What a run says, from its <c>results.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What is in the run's folder now.</param>
    /// <returns>Null where there is no such file, it was made from something else, or it is not as it was written: the log then says it.</returns>
    public static JudgeRunSummary? Read(string path, ResultsSource source)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(file);
            JsonElement root = document.RootElement;
            bool isCurrent = root.GetProperty("schema_version").GetInt32() == ResultsFile.SchemaVersion
                && root.TryGetProperty("made_from", out JsonElement madeFrom) && SourceOf(madeFrom) == source;
            return isCurrent ? Summary(root) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static ResultsSource SourceOf(JsonElement source) => new(
        source.GetProperty("assay_version").GetString()!, Length(source, RunFiles.Calls), Length(source, RunFiles.Items), Length(source, RunFiles.Skipped),
        Length(source, RunFiles.Annotations));

    private static long Length(JsonElement source, string name) => source.GetProperty(name).GetInt64();

    private static JudgeRunSummary Summary(JsonElement root)
    {
        double confidence = root.GetProperty("confidence").GetDouble();
        ImmutableArray<CandidateSummary> candidates = [.. root.GetProperty("candidates").EnumerateArray().Select(candidate => Candidate(candidate, confidence))];
        return new JudgeRunSummary
        {
            Candidates = candidates,
            Outcomes = candidates.Aggregate(new OutcomeCounts(), static (all, candidate) => all.Add(candidate.Outcomes)),
            OrderEffects = Effects(root, confidence),
            Spending = SpendingOf(root.GetProperty("calls")),
            Confidence = confidence,
        };
    }

    private static CandidateSummary Candidate(JsonElement candidate, double confidence)
    {
        JsonElement outcomes = candidate.GetProperty("outcomes");
        return new CandidateSummary
        {
            Candidate = candidate.GetProperty("candidate").GetString()!,
            Baseline = candidate.GetProperty("baseline").GetString(),
            Outcomes = new OutcomeCounts
            {
                Judged = Count(outcomes, "judged"),
                Ties = Count(outcomes, "tie"),
                Unparsed = Count(outcomes, "unparsed"),
                Refused = Count(outcomes, "refused"),
                Failed = Count(outcomes, "failed"),
                Skipped = Count(outcomes, "skipped"),
            },
            WinRate = Rate(candidate, "win_rate", confidence),
            MissingRange = Ends(candidate.GetProperty("win_rate_if_missing")) is { } range ? new MissingRange(range.Lower, range.Upper) : null,
            OrderEffects = Effects(candidate, confidence),
            Notes = candidate.GetProperty("notes").EnumerateObject()
                .ToImmutableSortedDictionary(static note => NoteOf(note.Name), static note => note.Value.GetInt32()),
            HasConstantOutput = candidate.GetProperty("constant_output").GetBoolean(),
            Remarks = [.. candidate.GetProperty("remarks").EnumerateArray().Select(static remark => remark.GetString()!)],
        };
    }

    private static ItemNote NoteOf(string name) => Enum.GetValues<ItemNote>().First(note => ResultsFile.NameOf(note) == name);

    private static OrderEffects? Effects(JsonElement parent, double confidence) =>
        Rate(parent, "flips", confidence) is { } flips && Rate(parent, "first_place", confidence) is { } first ? new OrderEffects(flips, first) : null;

    private static Estimate? Rate(JsonElement parent, string name, double confidence)
    {
        JsonElement rate = parent.GetProperty(name);
        if (rate.ValueKind == JsonValueKind.Null) return null;
        JsonElement error = rate.GetProperty("standard_error");
        return new Estimate(
            rate.GetProperty("value").GetDouble() / 100,
            error.ValueKind == JsonValueKind.Null ? null : error.GetDouble() / 100,
            Ends(rate.GetProperty("interval")) is { } ends ? new ConfidenceInterval(ends.Lower, ends.Upper, confidence) : null,
            Count(rate, "n"));
    }

    private static (double Lower, double Upper)? Ends(JsonElement ends) =>
        ends.ValueKind == JsonValueKind.Null ? null : (ends[0].GetDouble() / 100, ends[1].GetDouble() / 100);

    private static Spending SpendingOf(JsonElement calls) => new()
    {
        Sent = Count(calls, "sent"),
        FromStore = Count(calls, "from_store"),
        Failed = Count(calls, "failed"),
        KnownCost = calls.GetProperty("known_cost_usd").GetDecimal(),
        WithoutCost = Count(calls, "without_cost"),
        Tokens = new TokenUsage(
            Tokens(calls, "input_tokens"), Tokens(calls, "cached_input_tokens"), Tokens(calls, "output_tokens"), Tokens(calls, "reasoning_tokens")),
    };

    private static int Count(JsonElement parent, string name) => parent.GetProperty(name).GetInt32();

    private static long? Tokens(JsonElement calls, string name) =>
        calls.GetProperty(name) is { ValueKind: not JsonValueKind.Null } tokens ? tokens.GetInt64() : null;
}
