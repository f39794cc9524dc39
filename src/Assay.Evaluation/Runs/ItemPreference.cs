using Assay.Core.Judging;

namespace Assay.Evaluation.Runs;

/// <summary>How the verdicts of an item become its preference.</summary>
internal static class ItemPreference
{
    /// <summary>
    /// The mean over the repeats that have one. Within a repeat a member's preference is the mean over the orders, if every order has a verdict; the members'
    /// preferences become one by the panel's rule. Null where no repeat has one.
    /// </summary>
    /// <param name="verdicts">All verdicts of the item.</param>
    /// <param name="orders">Orders shown: 1 or 2.</param>
    /// <param name="rule">The panel's rule; anything for a single member.</param>
    public static double? Of(IEnumerable<Verdict> verdicts, int orders, PanelRule rule)
    {
        double sum = 0;
        int repeats = 0;
        foreach (IGrouping<int, Verdict> repeat in verdicts.GroupBy(static verdict => verdict.Repeat))
        {
            double[] members =
            [
                .. repeat.GroupBy(static verdict => verdict.Judge, StringComparer.Ordinal)
                    .Where(member => member.Count(static verdict => verdict.Preference is not null) == orders)
                    .Select(static member => member.Average(static verdict => verdict.Preference!.Value)),
            ];
            if (members.Length == 0) continue;
            sum += rule == PanelRule.Majority ? Majority(members) : members.Average();
            repeats++;
        }
        return repeats == 0 ? null : sum / repeats;
    }

    /// <summary>The verdict that decides how an item without preference ended: failed before refused before unparsed, and of equals the first.</summary>
    public static Verdict Worst(IEnumerable<Verdict> verdicts) => verdicts.MaxBy(static verdict => Badness(verdict.Outcome))!;

    private static int Badness(Outcome outcome) => outcome switch
    {
        Outcome.Failed => 3,
        Outcome.Refused => 2,
        Outcome.Unparsed => 1,
        _ => 0,
    };

    private static double Majority(double[] preferences) =>
        0.5 + 0.5 * Math.Sign(preferences.Count(static preference => preference > 0.5) - preferences.Count(static preference => preference < 0.5));
}
