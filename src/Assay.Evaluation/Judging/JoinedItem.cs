using Assay.Core.Judging;

namespace Assay.Evaluation.Judging;

/// <summary>One instruction of a judging run: a pair to judge, or the reason why there is none. Exactly one of the two.</summary>
public sealed class JoinedItem
{
    private JoinedItem(PairToJudge? pair, SkippedItem? skipped) => (Pair, Skipped) = (pair, skipped);

    /// <summary>The pair; null where it is skipped.</summary>
    public PairToJudge? Pair { get; }

    /// <summary>Why it is skipped; null where it is a pair.</summary>
    public SkippedItem? Skipped { get; }

    /// <summary>An item to judge.</summary>
    public static JoinedItem Of(PairToJudge pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return new JoinedItem(pair, null);
    }

    /// <summary>An item that is not judged.</summary>
    public static JoinedItem Of(SkippedItem skipped)
    {
        ArgumentNullException.ThrowIfNull(skipped);
        return new JoinedItem(null, skipped);
    }
}
