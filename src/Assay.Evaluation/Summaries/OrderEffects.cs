using Assay.Core.Judging;
using Assay.Statistics.Estimation;

namespace Assay.Evaluation.Summaries;

/// <summary>
/// What the order shown did to the verdicts, over items judged in both orders. Rates are in [0, 1]. Verdicts of one item are not independent (repeats, panel
/// members), so items are the unit: each counts with its mean (Miller 2024, "Adding Error Bars to Evals", section 3).
/// </summary>
/// <param name="Flips">
/// Share of verdicts that flip: one output is preferred in one order and the other in the other. A tie in either order is no flip. With one pair of verdicts
/// for every item the
/// interval is Wilson's; with more it is Student's t over the items' means, cut to [0, 1].
/// </param>
/// <param name="FirstPlace">Mean probability with which the output shown first is preferred, 0.5 for a judge that does not mind; Student's t interval over the
/// items' means, cut to [0, 1].</param>
public sealed record OrderEffects(Estimate Flips, Estimate FirstPlace)
{
    /// <summary>The mean flip share and first-place preference of one item; null where no judge and repeat of it has a preference in both orders.</summary>
    internal static (double Flips, double FirstPlace, int Pairs)? OfItem(IEnumerable<Verdict> verdicts)
    {
        double flips = 0, first = 0;
        int pairs = 0;
        foreach (IGrouping<(string, int), Verdict> both in verdicts.GroupBy(static verdict => (verdict.Judge, verdict.Repeat)))
        {
            Verdict? baselineFirst = both.FirstOrDefault(static verdict => verdict.Order == PresentationOrder.BaselineFirst);
            Verdict? candidateFirst = both.FirstOrDefault(static verdict => verdict.Order == PresentationOrder.CandidateFirst);
            if (baselineFirst is not { Preference: { } one } || candidateFirst is not { Preference: { } other }) continue;
            if ((one - 0.5) * (other - 0.5) < 0) flips++;
            first += 0.5 * (baselineFirst.FirstPlacePreference!.Value + candidateFirst.FirstPlacePreference!.Value);
            pairs++;
        }
        return pairs == 0 ? null : (flips / pairs, first / pairs, pairs);
    }
}
