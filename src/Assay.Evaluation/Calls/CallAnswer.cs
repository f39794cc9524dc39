using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Calls;

/// <summary>How a call ended: with an answer, or with the reason why there is none.</summary>
internal sealed record CallAnswer(ResponseKey Key, JudgeAnswer? Answer, CallFailure? Failure)
{
    /// <summary>The answer as it came, with what it took; null where the call failed.</summary>
    public StoredResponse? Response { get; init; }

    /// <summary>Whether nothing was sent for it in this session.</summary>
    public bool IsFromStore { get; init; }
}
