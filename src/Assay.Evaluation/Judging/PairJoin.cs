using System.Runtime.CompilerServices;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Outputs;

namespace Assay.Evaluation.Judging;

/// <summary>Joins the outputs of a candidate and of a baseline by their instruction.</summary>
public static class PairJoin
{
    /// <summary>
    /// Every instruction of either side, once: a pair where both have it, skipped where one lacks it, and skipped for every row that repeats an earlier one of
    /// its side (the first row counts).
    /// </summary>
    /// <remarks>
    /// Both sides are read side by side, and a row waits in memory until its partner comes: files in the same order are never held, files in
    /// opposite orders are held by half. Pairs come in the order in which their later row is read, the candidate's row first.
    /// </remarks>
    /// <param name="candidate">The outputs under evaluation.</param>
    /// <param name="baseline">The outputs they are compared with.</param>
    /// <param name="candidateName">What the candidate's rows are called in messages: the file's path.</param>
    /// <param name="baselineName">What the baseline's rows are called in messages: the file's path.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">The two share no instruction; thrown at the end of the stream, before any row is said to be skipped for lack of a
    /// partner.</exception>
    public static async IAsyncEnumerable<JoinedItem> JoinAsync(
        IAsyncEnumerable<OutputRow> candidate,
        IAsyncEnumerable<OutputRow> baseline,
        string candidateName = "the candidate's outputs",
        string baselineName = "the baseline's outputs",
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        JoinSide candidates = new(candidateName), baselines = new(baselineName);
        long pairs = 0;
        await using IAsyncEnumerator<OutputRow> candidateRows = candidate.GetAsyncEnumerator(cancellation);
        await using IAsyncEnumerator<OutputRow> baselineRows = baseline.GetAsyncEnumerator(cancellation);
        bool hasCandidate = true, hasBaseline = true;
        while (hasCandidate || hasBaseline)
        {
            if (hasCandidate && (hasCandidate = await candidateRows.MoveNextAsync().ConfigureAwait(false)))
            {
                OutputRow row = candidateRows.Current;
                if (!candidates.IsNew(row)) yield return JoinedItem.Of(candidates.Repeated(row, row.Generator));
                else if (baselines.Take(row.Instruction) is { } partner)
                {
                    pairs++;
                    yield return JoinedItem.Of(new PairToJudge(partner, row));
                }
                else candidates.Hold(row);
            }
            if (hasBaseline && (hasBaseline = await baselineRows.MoveNextAsync().ConfigureAwait(false)))
            {
                OutputRow row = baselineRows.Current;
                if (!baselines.IsNew(row)) yield return JoinedItem.Of(baselines.Repeated(row, candidates.Generator ?? candidateName));
                else if (candidates.Take(row.Instruction) is { } partner)
                {
                    pairs++;
                    yield return JoinedItem.Of(new PairToJudge(row, partner));
                }
                else baselines.Hold(row);
            }
        }
        if (pairs == 0) throw NothingShared(candidates, baselines);
        foreach (OutputRow row in candidates.Waiting) yield return JoinedItem.Of(baselines.Lacks(row, row.Generator));
        foreach (OutputRow row in baselines.Waiting) yield return JoinedItem.Of(candidates.Lacks(row, candidates.Generator ?? candidateName));
    }

    private static InputException NothingShared(JoinSide candidates, JoinSide baselines)
    {
        if (candidates.Rows == 0) return new InputException($"There are no outputs in {candidates.Name}.");
        if (baselines.Rows == 0) return new InputException($"There are no outputs in {baselines.Name}.");
        return new InputException(
            $"{candidates.Name} and {baselines.Name} share no instruction, so there is nothing to compare; "
            + "use outputs to the same instructions, written in the same way.");
    }
}
