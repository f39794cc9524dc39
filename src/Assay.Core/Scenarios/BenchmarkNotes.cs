using System.Collections.Immutable;
using System.Globalization;

namespace Assay.Core.Scenarios;

/// <summary>What a reader of a table must know about the instances behind it.</summary>
internal static class BenchmarkNotes
{
    private const int MostNamed = 3;

    private static readonly (Func<OutcomeTally, int> Count, string One, string Many)[] Kinds =
    [
        (static outcomes => outcomes.Unread, "completion without a readable answer counts as wrong", "completions without a readable answer count as wrong"),
        (static outcomes => outcomes.Refused, "refusal counts as wrong", "refusals count as wrong"),
        (static outcomes => outcomes.Failed, "instance without a completion is left out; the same command asks again", "instances without a completion are left out; the same command asks again"),
        (static outcomes => outcomes.Skipped, "instance without a recorded completion is left out", "instances without a recorded completion are left out"),
    ];

    public static ImmutableArray<string> Of(BenchmarkScores scores)
    {
        ImmutableArray<string>.Builder notes = ImmutableArray.CreateBuilder<string>();
        foreach (string model in scores.Models)
        {
            (string Scenario, OutcomeTally Outcomes)[] tallies = [.. scores.Scenarios.Select(scenario => (scenario.Name, scores.Find(scenario.Name, model).Outcomes()))];
            foreach ((Func<OutcomeTally, int> count, string one, string many) in Kinds)
            {
                (string Scenario, int Count)[] found = [.. tallies.Select(tally => (tally.Scenario, Count: count(tally.Outcomes))).Where(static tally => tally.Count > 0)];
                if (found.Length == 0) continue;
                int sum = found.Sum(static tally => tally.Count);
                IEnumerable<string> named = found.OrderByDescending(static tally => tally.Count).Take(MostNamed)
                    .Select(static tally => string.Create(CultureInfo.InvariantCulture, $"{tally.Scenario} {tally.Count}"));
                string more = found.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $", {found.Length - MostNamed} more scenarios") : "";
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{model}: {sum} {(sum == 1 ? one : many)} ({string.Join(", ", named)}{more})."));
            }
        }
        return notes.ToImmutable();
    }
}
