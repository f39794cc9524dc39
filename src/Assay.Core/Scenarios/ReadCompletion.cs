namespace Assay.Core.Scenarios;

/// <summary>What a metric looks at: an instance, and what a model made of it.</summary>
/// <param name="Instance">The instance as it was asked.</param>
/// <param name="Text">The completion, thinking stripped where the model's specification says so; empty where the model said nothing.</param>
/// <param name="Answer">The answer in it; null where none was read.</param>
public sealed record ReadCompletion(Instance Instance, string Text, string? Answer)
{
    /// <summary>What the completion took; unknown where nobody told.</summary>
    public Effort Effort { get; init; } = Effort.Unknown;

    /// <summary>How likely the model holds the text of a language-modeling instance; null elsewhere.</summary>
    public TextScore? TextScore { get; init; }

    /// <summary>How likely the model holds each choice; null where it was not asked for that.</summary>
    public ChoiceLikelihoods? Choices { get; init; }
}
