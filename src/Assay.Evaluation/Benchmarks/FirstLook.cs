using System.Globalization;
using Assay.Core.Scenarios;

namespace Assay.Evaluation.Benchmarks;

/// <summary>Looks at the first completions of every scenario and model: a rule that reads nothing in them will read nothing in the others.</summary>
internal sealed class FirstLook(int first, Action<string> warn)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Scenario, string Model), (int Seen, int Unread)> _counts = [];

    /// <summary>Sees one that has come to an end; safe from several threads.</summary>
    public void See(ScoredInstance ended)
    {
        if (ended.Outcome is not (InstanceOutcome.Scored or InstanceOutcome.Unread)) return;
        (string, string) key = (ended.Scenario, ended.Model);
        int unread;
        lock (_lock)
        {
            (int seen, int before) = _counts.GetValueOrDefault(key);
            if (seen == first) return;
            unread = before + (ended.Outcome == InstanceOutcome.Unread ? 1 : 0);
            _counts[key] = (seen + 1, unread);
            if (seen + 1 < first || 2 * unread <= first) return;
        }
        warn(string.Create(
            CultureInfo.InvariantCulture,
            $"{ended.Scenario}: the rule {ended.AnswerRule} reads no answer in {unread} of the first {first} completions of {ended.Model}; look at them with "
            + $"'assay runs show', put \"answer\" right, and read them again with 'assay bench run --reparse'. {ended.Reason}").TrimEnd());
    }
}
