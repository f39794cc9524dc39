namespace Assay.Evaluation.Calls;

/// <summary>Where answers come from: the models, or the log of an earlier session.</summary>
internal interface IAnswerSource
{
    /// <summary>The answer to a question; null where the source has none and can get none.</summary>
    ValueTask<CallAnswer?> AskAsync(Question question, CancellationToken cancellation);
}
