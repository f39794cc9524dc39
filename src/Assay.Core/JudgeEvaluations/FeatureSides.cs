using Assay.Core.People;

namespace Assay.Core.JudgeEvaluations;

/// <summary>Which of two outputs has a feature: 1 output_2, -1 output_1, 0 both, neither or unknown.</summary>
internal static class FeatureSides
{
    /// <summary>Lengths that differ by no more say nothing: AlpacaEval's threshold, in code points.</summary>
    public const int LeastDifference = 30;

    /// <summary>The side that is longer.</summary>
    public static int Longer(in JudgedPair pair) =>
        !pair.HasOutputs || Math.Abs(pair.Length1 - pair.Length2) <= LeastDifference ? 0 : Math.Sign(pair.Length2 - pair.Length1);

    /// <summary>The side with a list.</summary>
    public static int List(in JudgedPair pair) => pair.HasList1 == pair.HasList2 ? 0 : pair.HasList2 ? 1 : -1;

    /// <summary>The side of a family of models.</summary>
    public static int Family(in JudgedPair pair, string family, IReadOnlyList<string?> familyOfGenerator)
    {
        if (!pair.HasGenerators) return 0;
        bool first = familyOfGenerator[pair.Generator1] == family, second = familyOfGenerator[pair.Generator2] == family;
        return first == second ? 0 : second ? 1 : -1;
    }

    /// <summary>The side shown first; 0 where both orders were, or none is recorded.</summary>
    public static int ShownFirst(in AnnotatorVerdict verdict) => verdict.Order switch
    {
        ShownOrder.Output1First => -1,
        ShownOrder.Output2First => 1,
        _ => 0,
    };
}
