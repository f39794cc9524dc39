using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Benchmarks;

/// <summary>Reads the answers of a run again from its completions, without a call, and scores them again.</summary>
public static class BenchmarkReparse
{
    /// <summary>Reads all again and records those that changed.</summary>
    /// <param name="scenarios">The scenarios by name, as they are to be read now; an instance of another scenario stays as it is.</param>
    /// <param name="stripsThinking">Models whose thinking is no part of the answer.</param>
    /// <param name="log">The run's log.</param>
    /// <param name="cancellation">Stops; what was read again stays so.</param>
    /// <returns>How many were read, and how many of them changed.</returns>
    public static async Task<ReparsedInstances> RunAsync(
        IReadOnlyDictionary<string, Scenario> scenarios, IReadOnlySet<string> stripsThinking, IRunLog log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(stripsThinking);
        ArgumentNullException.ThrowIfNull(log);
        int read = 0, changed = 0;
        Dictionary<(Core.Judging.ItemId, ResponseKey), ScoredInstance> waiting = [];
        await foreach (ScoredInstance instance in log.ReadInstancesAsync(cancellation).ConfigureAwait(false))
        {
            if (instance.Outcome is InstanceOutcome.Failed or InstanceOutcome.Skipped || !scenarios.TryGetValue(instance.Scenario, out Scenario? scenario)) continue;
            if (instance.Choices is null && instance.TextScore is null && instance.Keys.Length == 1) waiting[(instance.Id, instance.Keys[0])] = instance;
            else await EndAsync(instance, instance with { Scores = CompletionReading.Score(scenario, instance, "") }).ConfigureAwait(false);
        }
        await foreach (CallRecord call in log.ReadCallsAsync(cancellation).ConfigureAwait(false))
        {
            // A call may be in the log twice where its process was killed before its item ended: the answer is the same.
            if (call.Response is not { } response || !waiting.Remove((call.Item, call.Key), out ScoredInstance? instance)) continue;
            ScoredInstance again = instance with { Answer = null, AnswerRule = null, Reason = null };
            await EndAsync(instance, CompletionReading.Read(scenarios[instance.Scenario], again, JudgeAnswer.Of(response, stripsThinking.Contains(instance.Model)))).ConfigureAwait(false);
        }
        return new ReparsedInstances(read, changed);

        async ValueTask EndAsync(ScoredInstance before, ScoredInstance after)
        {
            read++;
            bool isSame = before.Outcome == after.Outcome && before.Answer == after.Answer && before.AnswerRule == after.AnswerRule && before.Reason == after.Reason
                && before.Scores.SequenceEqual(after.Scores);
            if (isSame) return;
            changed++;
            await log.AppendAsync(after, CancellationToken.None).ConfigureAwait(false);
        }
    }
}

/// <summary>What reading again gave.</summary>
/// <param name="Instances">Instances read again.</param>
/// <param name="Changed">Those whose answer, outcome or scores changed.</param>
public readonly record struct ReparsedInstances(int Instances, int Changed);
