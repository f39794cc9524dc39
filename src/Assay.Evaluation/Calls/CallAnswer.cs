using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Calls;

/// <summary>How a call ended: with an answer, or with the reason why there is none.</summary>
internal sealed record CallAnswer(ResponseKey Key, JudgeAnswer? Answer, CallFailure? Failure);
