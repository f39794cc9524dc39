using System.Runtime.InteropServices;
using Assay.Core.Judging;
using Assay.Statistics.Estimation;

namespace Assay.Evaluation.Summaries;

/// <summary>Gathers the order's effects item by item; 16 bytes for each.</summary>
internal sealed class OrderEffectCounter
{
    private readonly List<double> _flips = [];
    private readonly List<double> _firstPlace = [];
    private bool _isOnePairEach = true;

    public void Add(IEnumerable<Verdict> verdicts)
    {
        if (OrderEffects.OfItem(verdicts) is not { } item) return;
        _flips.Add(item.Flips);
        _firstPlace.Add(item.FirstPlace);
        _isOnePairEach &= item.Pairs == 1;
    }

    public OrderEffects? Take(double confidence)
    {
        if (_flips.Count == 0) return null;
        // In the order of their size: the sums then do not depend on the order in which items ended.
        _flips.Sort();
        _firstPlace.Sort();
        Estimate flips = _isOnePairEach
            ? ProportionEstimate.Of(_flips.Count(static flip => flip > 0), _flips.Count, confidence)!
            : Rates.Of(_flips, confidence)!;
        return new OrderEffects(flips, Rates.Of(_firstPlace, confidence)!);
    }
}

/// <summary>Means of numbers in [0, 1].</summary>
internal static class Rates
{
    /// <summary>The mean with its t interval, cut to [0, 1], which loses no coverage; null without values.</summary>
    public static Estimate? Of(List<double> values, double confidence)
    {
        Estimate? mean = MeanEstimate.Of(CollectionsMarshal.AsSpan(values), confidence);
        if (mean?.Interval is not { } interval) return mean;
        return mean with { Interval = new ConfidenceInterval(Math.Clamp(interval.Lower, 0, 1), Math.Clamp(interval.Upper, 0, 1), interval.Level) };
    }
}
