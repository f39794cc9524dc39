namespace Assay.Core.Scenarios;

/// <summary>How an instance becomes a question to a model. <c>{input}</c> and every other <c>{name}</c> of the instance is a place in its templates.</summary>
public abstract record Adapter
{
    private protected Adapter() { }

    /// <summary>Its name in a scenario file.</summary>
    public abstract string Name { get; }

    /// <summary>What stands before the first example, without places; empty: nothing. It is a system message where the adapter makes a chat.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>An example or the question, up to where the answer begins.</summary>
    public string Question { get; init; } = "{input}";

    /// <summary>What stands between instructions, examples and question.</summary>
    public string Separator { get; init; } = "\n\n";

    /// <summary>What stands between an example's question and its answer.</summary>
    public string BeforeAnswer { get; init; } = " ";
}

/// <summary>One text that the model goes on with: instructions, examples with their answers, the question.</summary>
public sealed record GenerationAdapter : Adapter
{
    /// <inheritdoc/>
    public override string Name => "generation";
}

/// <summary>A chat: the instructions are the system's, each example is a message of the user and one of the assistant.</summary>
public sealed record ChatAdapter : Adapter
{
    /// <inheritdoc/>
    public override string Name => "chat";
}

/// <summary>One text in which the choices stand with letters before them; the answer is a letter.</summary>
public sealed record JointChoiceAdapter : Adapter
{
    /// <inheritdoc/>
    public override string Name => "multiple-choice-joint";

    /// <summary>One choice; <c>{letter}</c> and <c>{choice}</c> are its places. <c>{choices}</c> in the question stands for all, one on a line.</summary>
    public string Choice { get; init; } = "{letter}. {choice}";
}

/// <summary>Each choice is scored by its log-probability after the question; the largest is the answer.</summary>
public sealed record SeparateChoiceAdapter : Adapter
{
    /// <inheritdoc/>
    public override string Name => "multiple-choice-separate";

    /// <summary>
    /// What the choice's log-probability after <see cref="Unconditional"/> is subtracted for: how likely the choice is whatever is asked (the
    /// domain-conditional PMI of Holtzman et al., "Surface Form Competition", EMNLP 2021). False: it is not subtracted.
    /// </summary>
    public bool IsCalibrated { get; init; }

    /// <summary>The text before a choice that asks nothing.</summary>
    public string Unconditional { get; init; } = "Answer:";

    /// <summary>What a choice's log-probability is divided by, so that long ones have a chance.</summary>
    public LengthNormalisation Normalisation { get; init; }
}

/// <summary>The text itself is scored, and nothing is asked.</summary>
public sealed record LanguageModelingAdapter : Adapter
{
    /// <inheritdoc/>
    public override string Name => "language-modeling";
}

/// <summary>What a log-probability is divided by.</summary>
public enum LengthNormalisation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The choice's bytes in UTF-8.</summary>
    Bytes,

    /// <summary>The choice's tokens.</summary>
    Tokens,
}
