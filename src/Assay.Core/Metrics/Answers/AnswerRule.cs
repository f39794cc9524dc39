namespace Assay.Core.Metrics.Answers;

/// <summary>How an answer is read from a completion. One of the records of this folder; rules are made once and read any number of completions.</summary>
/// <remarks>Thread-safe. A rule says what it read or why it read nothing, and never throws for a completion, however hostile.</remarks>
public abstract record AnswerRule
{
    // Only the records of this project: whoever writes rules down can be sure to know all kinds.
    private protected AnswerRule() { }

    /// <summary>Reads the answer.</summary>
    /// <param name="completion">What the model wrote, its thinking taken out where there was any.</param>
    /// <param name="choices">The texts of the instance's choices in the order shown, for rules that look for one; empty where there are none.</param>
    public abstract AnswerReading Read(string completion, IReadOnlyList<string> choices);

    /// <summary>Reads the answer to an instance without choices.</summary>
    public AnswerReading Read(string completion) => Read(completion, []);
}
