using Assay.Core.Metrics.Matching;

namespace Assay.Core.Metrics.Answers;

/// <summary>The last number of the completion, as <see cref="FinalNumber"/> finds it: without thousands commas.</summary>
public sealed record LastNumberAnswer : AnswerRule
{
    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices) => AnswerReading.Of(FinalNumber.In(completion), "There is no number.");
}
