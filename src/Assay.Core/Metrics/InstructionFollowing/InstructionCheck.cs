namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>
/// A property of a response that a program can check: an instruction of IFEval (Zhou and others 2023) with its arguments. One of the records of this folder.
/// </summary>
public abstract record InstructionCheck
{
    // Only the records of this project: whoever names checks can be sure to know all kinds.
    private protected InstructionCheck() { }

    /// <summary>Whether the response follows the instruction; the response is not blank.</summary>
    public abstract CheckResult Check(string response);
}
