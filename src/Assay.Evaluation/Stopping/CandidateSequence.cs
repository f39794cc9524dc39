using Assay.Core.Judging;
using Assay.Statistics.Sequential;

namespace Assay.Evaluation.Stopping;

/// <summary>
/// One candidate's items in their random order, and the intervals after each. An item counts when it and all before it have ended, in whatever order they
/// ended: answers that come fast are short ones, and a look at them would be a look at other items than drawn. Not for several threads at once.
/// </summary>
/// <param name="candidate">The model under evaluation.</param>
/// <param name="items">Its items, at least 1.</param>
/// <param name="rule">When to stop.</param>
/// <param name="confidence">Coverage of all intervals together, in (0, 1).</param>
internal sealed class CandidateSequence(string candidate, int items, StoppingRule rule, double confidence)
{
    private readonly ConfidenceSequence _sequence = rule.Sequence(items, confidence);
    private readonly bool[] _hasEnded = new bool[items];
    private readonly double?[] _preferences = new double?[items];
    private int _ended;

    /// <summary>What was found when the rule was met before the last item; null while it was not. Items that end afterwards do not change it.</summary>
    public StoppedCandidate? Stopped { get; private set; }

    /// <summary>Items that have ended, in whatever place.</summary>
    public int Ended => _ended;

    /// <summary>Whether nothing of this candidate need be asked any more: the rule is met, or all items have ended.</summary>
    public bool IsDone => Stopped is not null || _ended == items;

    /// <summary>Whether the item at a place has ended.</summary>
    public bool HasEnded(int place) => _hasEnded[place];

    /// <summary>Takes the end of an item; what ended before keeps its value.</summary>
    /// <param name="place">From 0.</param>
    /// <param name="item">The item: without a preference it may be anything from 0 to 1.</param>
    public void End(int place, JudgedItem item)
    {
        if (_hasEnded[place]) return;
        _hasEnded[place] = true;
        _preferences[place] = item.Preference;
        _ended++;
        while (Stopped is null && _sequence.Count < items && _hasEnded[_sequence.Count])
        {
            _sequence.Add(_preferences[_sequence.Count]);
            if (_sequence.Count < items && rule.IsMet(_sequence.Interval)) Stopped = Found();
        }
    }

    private StoppedCandidate Found() => new()
    {
        Candidate = candidate,
        Rule = rule,
        After = _sequence.Count,
        Items = items,
        Missing = _sequence.Missing,
        Mean = _sequence.Mean,
        Interval = _sequence.Interval,
    };
}
