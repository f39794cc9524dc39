using System.Text.Json;
using Assay.Cli.Contracts;
using Assay.Cli.Runs;
using Assay.Core.Errors;
using Assay.Evaluation.Stopping;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;
using Assay.Statistics.Sequential;
using Assay.Storage.Runs;

namespace Assay.Cli.Reports;

/// <summary>Why candidates stopped before their last item, as <c>results.json</c> keeps it: rates in percent.</summary>
internal static class StoppedResults
{
    private const string Width = "until_width", Decided = "until_decided";

    /// <summary>The field <c>stopped</c> of a candidate.</summary>
    public static StoppedContract ToContract(StoppedCandidate stopped)
    {
        (string rule, double value) = stopped.Rule switch
        {
            UntilWidth width => (Width, width.Width),
            UntilDecided decided => (Decided, decided.Value),
            _ => throw new InvalidOperationException("There is no such rule."),
        };
        return new StoppedContract
        {
            Rule = rule,
            Value = 100 * value,
            After = stopped.After,
            Items = stopped.Items,
            Missing = stopped.Missing,
            Mean = 100 * stopped.Mean,
            Interval = [100 * stopped.Interval.Lower, 100 * stopped.Interval.Upper],
            Level = stopped.Interval.Level,
            IntervalMethod = ConfidenceSequence.IntervalMethod,
            Reason = stopped.Reason,
        };
    }

    /// <summary>A run's summary as its results tell it: with the intervals of candidates that stopped.</summary>
    /// <exception cref="InputException">The results cannot be read.</exception>
    public static async Task<JudgeRunSummary> ApplyAsync(JudgeRunSummary summary, RunFolder run, CancellationToken cancellation) =>
        await RunState.IsFinishedAsync(run, cancellation) ? summary.WithStopped(Read(run.Path)) : summary;

    /// <summary>The candidates of a run that stopped; empty where none did, or there are no results yet.</summary>
    /// <exception cref="InputException">The results cannot be read.</exception>
    public static IReadOnlyList<StoppedCandidate> Read(string folder)
    {
        string path = Path.Combine(folder, RunFiles.Results);
        if (!File.Exists(path)) return [];
        try
        {
            using JsonDocument results = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. results.RootElement.GetProperty("candidates").EnumerateArray().Where(IsStopped).Select(Of)];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InputException($"{path} is not what results of a run should be; the same 'assay judge' command writes it again.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {error.Message.TrimEnd('.')}.", error);
        }
    }

    private static bool IsStopped(JsonElement candidate) =>
        candidate.TryGetProperty("stopped", out JsonElement stopped) && stopped.ValueKind == JsonValueKind.Object;

    private static StoppedCandidate Of(JsonElement candidate)
    {
        JsonElement stopped = candidate.GetProperty("stopped"), interval = stopped.GetProperty("interval"), mean = stopped.GetProperty("mean");
        double value = stopped.GetProperty("value").GetDouble() / 100;
        return new StoppedCandidate
        {
            Candidate = candidate.GetProperty("candidate").GetString()!,
            Rule = stopped.GetProperty("rule").GetString() == Width ? new UntilWidth(value) : new UntilDecided(value),
            After = stopped.GetProperty("after").GetInt32(),
            Items = stopped.GetProperty("items").GetInt32(),
            Missing = stopped.GetProperty("missing").GetInt32(),
            Mean = mean.ValueKind == JsonValueKind.Null ? null : mean.GetDouble() / 100,
            Interval = new ConfidenceInterval(interval[0].GetDouble() / 100, interval[1].GetDouble() / 100, stopped.GetProperty("level").GetDouble()),
        };
    }
}
