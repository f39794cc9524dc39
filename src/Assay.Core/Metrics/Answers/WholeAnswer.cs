namespace Assay.Core.Metrics.Answers;

/// <summary>The whole completion, without the white space around it.</summary>
public sealed record WholeAnswer : AnswerRule
{
    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices) => AnswerReading.Of(completion, "The completion is empty.");
}
