using Assay.Core.Scenarios;

namespace Assay.Evaluation.Benchmarks;

/// <summary>Finds the instance that a recorded completion is to: by its identity, else by the last question in its prompt.</summary>
internal sealed class RecordedMatching
{
    private readonly HashSet<string> _ids;
    private readonly HashSet<string> _inputs;
    private readonly string _before;
    private readonly string _after;
    private readonly bool _byIdentity;

    public RecordedMatching(Scenario scenario, IReadOnlyList<Instance> instances, bool byIdentity)
    {
        _byIdentity = byIdentity;
        _ids = [.. instances.Select(static instance => instance.Id)];
        _inputs = new(instances.Select(static instance => instance.Input.Trim()), StringComparer.Ordinal);
        string question = scenario.Adapter.Question;
        int place = question.IndexOf("{input}", StringComparison.Ordinal);
        (_before, _after) = place < 0 ? ("", "") : (question[..place], question[(place + "{input}".Length)..].Trim());
    }

    /// <summary>What tells an instance from others: identity or text.</summary>
    public string KeyOf(Instance instance) => _byIdentity ? instance.Id : instance.Input.Trim();

    /// <summary>The key of the completion's instance; null where it is to none.</summary>
    public string? Find(RecordedCompletion completion)
    {
        if (_byIdentity) return completion.Identity is { } id && _ids.Contains(id) ? id : null;
        return completion.Prompt is { } prompt ? LastQuestion(prompt) : null;
    }

    private string? LastQuestion(string prompt)
    {
        string whole = prompt.Trim();
        if (_inputs.Contains(whole)) return whole;
        return InTemplate(whole) ?? LastInput(whole);
    }

    // The usual case, without a search: the text between the last beginning of a question and the end of the question.
    private string? InTemplate(string prompt)
    {
        string mark = _before.Trim();
        if (mark.Length == 0 || _after.Length == 0 || !prompt.EndsWith(_after, StringComparison.Ordinal)) return null;
        ReadOnlySpan<char> rest = prompt.AsSpan(0, prompt.Length - _after.Length);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> inputs = _inputs.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int from = rest.LastIndexOf(mark); from >= 0; from = rest[..from].LastIndexOf(mark))
        {
            if (inputs.TryGetValue(rest[(from + mark.Length)..].Trim(), out string? input)) return input;
        }
        return null;
    }

    // The instance whose text ends last in the prompt, the longest of those.
    private string? LastInput(string prompt)
    {
        string? last = null;
        int end = -1;
        foreach (string input in _inputs)
        {
            if (input.Length == 0) continue;
            int at = prompt.LastIndexOf(input, StringComparison.Ordinal);
            if (at < 0) continue;
            int ends = at + input.Length;
            if (ends > end || (ends == end && input.Length > last!.Length)) (last, end) = (input, ends);
        }
        return last;
    }
}
