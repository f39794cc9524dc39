namespace Assay.Core.Metrics.Mathematics;

/// <summary>
/// Whether an output's final answer is the same mathematics as the target: equal as it is written, or equal in value. Fractions are compared exactly, however
/// large; roots, constants and functions in double precision to ten digits; expressions with variables at six points; points, intervals, sets, lists, matrices
/// and relations member by member.
/// </summary>
/// <remarks>
/// What is not understood (prose, cases, sums, integrals) equals only what is written the same. Units in words and degree signs are left out, percent is a
/// hundredth. Two unlike numbers that agree to ten digits are taken for equal.
/// </remarks>
public static class MathEquivalence
{
    /// <summary>Whether the answer is right.</summary>
    /// <param name="output">The whole completion, or the answer read from it.</param>
    /// <param name="target">The right answer, LaTeX or plain text.</param>
    public static bool AreEquivalent(string output, string target)
    {
        string wanted = MathCandidates.Target(target), written = MathCandidates.Written(wanted);
        MathValue? value = MathStructureParser.Parse(wanted);
        foreach (string candidate in MathCandidates.Of(output))
        {
            if (candidate.Length == 0) continue;
            if (MathCandidates.Written(candidate) == written) return true;
            // The surest place that is understood decides: a number later in the text does not save a wrong box.
            if (value is not null && MathStructureParser.Parse(candidate) is { } said) return MathComparison.AreEqual(said, value);
        }
        return false;
    }
}
