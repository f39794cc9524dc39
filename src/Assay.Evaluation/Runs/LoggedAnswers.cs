using Assay.Core.Runs;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Runs;

/// <summary>The answers one item has in the log, and no others.</summary>
internal sealed class LoggedAnswers(IReadOnlyList<CallRecord> calls, IReadOnlySet<string> stripsThinking) : IAnswerSource
{
    /// <inheritdoc/>
    public ValueTask<CallAnswer?> AskAsync(Question question, CancellationToken cancellation) => ValueTask.FromResult(Find(question));

    // By what was asked, not by the key: the judge's parameters and its way of reading may have changed since, the prompt may not.
    private CallAnswer? Find(Question question)
    {
        CallRecord? failed = null;
        foreach (CallRecord call in calls)
        {
            bool isSame = call.Order == question.Order && call.Request.Repeat == question.Repeat
                && string.Equals(call.Model, question.Model, StringComparison.Ordinal) && call.Request.Messages.SequenceEqual(question.Messages);
            if (!isSame) continue;
            if (call.Response is { } response) return new CallAnswer(call.Key, JudgeAnswer.Of(response, stripsThinking.Contains(call.Model)), null);
            failed = call;
        }
        return failed is null ? null : new CallAnswer(failed.Key, null, failed.Failure);
    }
}
