using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Runs;

namespace Assay.Evaluation.Runs;

/// <summary>Reads the verdicts of a run again from the answers in its log. Nothing is asked.</summary>
/// <remarks>
/// For judges whose reading was changed: the prompt must be the one that was sent. An answer that the new reading cannot read is unparsed, and is asked for
/// again
/// only when the run goes on; one that was asked for again because the old reading could not read it keeps its first readable answer.
/// </remarks>
public static class Reparse
{
    /// <summary>Writes every item anew whose end has changed.</summary>
    /// <param name="options">The judge as it reads now; seed, orders and repeats of the run.</param>
    /// <param name="stripsThinking">Names of the models whose thinking is stripped.</param>
    /// <param name="log">The run's log.</param>
    /// <param name="cancellation">Stops; what was written anew stays so.</param>
    /// <returns>How many items were read, and how many of them end in another way or with another preference.</returns>
    /// <exception cref="InputException">The log has no answer to the judge's prompt: the prompt, the orders or the seed are not those of the run.</exception>
    public static async Task<ReparsedItems> RunAsync(
        JudgeRunOptions options, IReadOnlySet<string> stripsThinking, IRunLog log, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        JudgeCheck.Check(options, options.Judge.ModelNames);
        ItemJudge judge = new(options);
        int items = 0, changed = 0;
        await foreach (JudgedItem before in log.ReadItemsAsync(cancellation).ConfigureAwait(false))
        {
            List<CallRecord> calls = await log.ReadCallsAsync(before.Pair.Id, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
            JudgedItem after = await judge.JudgeAsync(before.Pair, new LoggedAnswers(calls, stripsThinking), cancellation).ConfigureAwait(false);
            if (calls.Count > 0 && after.Verdicts.All(static verdict => verdict.Asked == 0))
            {
                throw new InputException(
                    $"The run has no answer to the prompt of the judge '{options.Judge.Name}' for the instruction "
                    + $"\"{Verdicts.VerdictReader.Shown(before.Pair.Instruction)}\"; "
                    + "verdicts can be read again only with the prompt, the orders and the seed of the run.");
            }
            // What the first pass over the outputs found is not in the log's texts alone.
            if (before.Notes.Contains(ItemNote.ConstantOutput)) after = after with { Notes = after.Notes.Add(ItemNote.ConstantOutput) };
            items++;
            bool isSame = after.Outcome == before.Outcome && after.Preference == before.Preference && after.Verdicts.SequenceEqual(before.Verdicts)
                && string.Equals(after.Reason, before.Reason, StringComparison.Ordinal);
            if (isSame) continue;
            if (after.Outcome != before.Outcome || after.Preference != before.Preference) changed++;
            await log.AppendAsync(after, CancellationToken.None).ConfigureAwait(false);
        }
        return new ReparsedItems(items, changed);
    }
}

/// <summary>What reading verdicts again came to.</summary>
/// <param name="Items">Items read.</param>
/// <param name="Changed">Items that end in another way, or with another preference, than before.</param>
public readonly record struct ReparsedItems(int Items, int Changed);
