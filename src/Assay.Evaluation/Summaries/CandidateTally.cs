using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Judging;
using Assay.Core.Texts;

namespace Assay.Evaluation.Summaries;

/// <summary>Gathers one candidate's items; about 40 bytes for each.</summary>
internal sealed class CandidateTally(string candidate)
{
    private readonly List<double> _preferences = [];
    private readonly OrderEffectCounter _orders = new();
    private readonly ConstantOutputs _outputs = new();
    private readonly SortedDictionary<ItemNote, int> _notes = [];
    private readonly SortedSet<string> _baselines = new(StringComparer.Ordinal);
    private OutcomeCounts _outcomes = new();

    public void Add(JudgedItem item)
    {
        _outcomes = _outcomes.With(item.Outcome);
        _baselines.Add(item.Pair.Baseline.Generator);
        if (item.Preference is { } preference) _preferences.Add(preference);
        _orders.Add(item.Verdicts);
        _outputs.Add(item.Pair.Candidate.Output);
        foreach (ItemNote note in item.Notes) _notes[note] = _notes.GetValueOrDefault(note) + 1;
    }

    public void AddSkipped() => _outcomes = _outcomes.With(Outcome.Skipped);

    public CandidateSummary Take(double confidence)
    {
        // In the order of their size: the sum then does not depend on the order in which items ended.
        _preferences.Sort();
        double sum = _preferences.Sum();
        int asked = _outcomes.Asked, nearlySame = _outputs.NearlySame;
        return new CandidateSummary
        {
            Candidate = candidate,
            Baseline = _baselines.Count == 0 ? null : string.Join(", ", _baselines),
            Outcomes = _outcomes,
            WinRate = Rates.Of(_preferences, confidence),
            MissingRange = asked == 0 ? null : new MissingRange(sum / asked, (sum + _outcomes.Missing) / asked),
            OrderEffects = _orders.Take(confidence),
            Notes = _notes.ToImmutableSortedDictionary(),
            NearlySameOutputs = nearlySame,
            HasConstantOutput = ConstantOutputs.IsConstantFor(nearlySame, _outputs.Count),
            Remarks = [.. Remarks(nearlySame)],
        };
    }

    private IEnumerable<string> Remarks(int nearlySame)
    {
        if (ConstantOutputs.IsConstantFor(nearlySame, _outputs.Count))
        {
            yield return Text(
                $"Suspicious: the output is (nearly) the same text for {nearlySame} of {_outputs.Count} instructions, so this measures the judge rather than the model.");
        }
        if (Count(ItemNote.ImitatesJudge) is > 0 and int imitating)
            yield return Text($"Suspicious: {Items(imitating)} an output that imitates the judge's labels or the marks of a chat.");
        if (Count(ItemNote.Unfenced) > 0) yield return "The judge's prompt is imported and shows the outputs unfenced, so an output may speak as the judge.";
        if (Count(ItemNote.ReplacedSurrogates) is > 0 and int replaced)
            yield return Text($"{Items(replaced)} text that is no valid Unicode; it was replaced by U+FFFD.");
        if (_outcomes.Missing > 0)
        {
            string how = Text($"{_outcomes.Unparsed} unparsed, {_outcomes.Refused} refused, {_outcomes.Failed} failed");
            yield return Text($"{_outcomes.Missing} of {_outcomes.Asked} items have no verdict ({how}).");
        }
    }

    private int Count(ItemNote note) => _notes.GetValueOrDefault(note);

    private static string Items(int count) => Text($"{count} {(count == 1 ? "item has" : "items have")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
