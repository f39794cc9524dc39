using Assay.Core.Errors;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>How a count is held against the number an instruction names.</summary>
/// <param name="Number">The number.</param>
/// <param name="IsLessThan">Whether the count must be below it; else it must be at least it.</param>
public readonly record struct CountRelation(int Number, bool IsLessThan)
{
    /// <summary>Whether a count fits.</summary>
    public bool Fits(int count) => IsLessThan ? count < Number : count >= Number;

    /// <summary>From IFEval's "less than" or "at least".</summary>
    /// <exception cref="InputException">The text is neither.</exception>
    public static CountRelation Parse(int number, string relation) => relation switch
    {
        "less than" => new CountRelation(number, true),
        "at least" => new CountRelation(number, false),
        _ => throw new InputException($"The relation \"{relation}\" is neither \"less than\" nor \"at least\"."),
    };
}
