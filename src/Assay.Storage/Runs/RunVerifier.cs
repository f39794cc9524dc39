using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Preferences;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Storage.Annotations;
using Assay.Storage.Logs;

namespace Assay.Storage.Runs;

/// <summary>Reads a run line by line, without trusting its indices, and gathers what is not as it should be.</summary>
internal sealed class RunVerifier(string folder, CancellationToken cancellation)
{
    // A run whose every line is wrong is told by its first.
    private const int MostFindings = 1000;

    private readonly List<RunFinding> _findings = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>Everything found.</summary>
    public RunVerification Verify()
    {
        long calls = Check(RunLogFormats.Calls, CheckCall);
        HashSet<ItemId> items = [];
        Check(RunLogFormats.Items, (line, item) =>
        {
            items.Add(item.Pair.Id);
            CheckItem(line, item);
        });
        HashSet<ItemId> outputs = [];
        Check(RunLogFormats.Outputs, (line, output) =>
        {
            outputs.Add(output.Id);
            CheckKey(RunFiles.Outputs, line, output.Key);
        });
        HashSet<ItemId> instances = [];
        Check(RunLogFormats.Instances, (line, instance) =>
        {
            instances.Add(instance.Id);
            CheckInstance(line, instance);
        });
        Check(RunLogFormats.Skipped, static (_, _) => { });
        Check(RunLogFormats.Events, static (_, _) => { });
        Check(RunLogFormats.Spending, static (_, _) => { });
        CheckAnnotations(items.Count);
        return new RunVerification(_findings, calls, items.Count, outputs.Count, instances.Count);
    }

    private long Check<T>(RunLogFormat<T> format, Action<long, T> check) where T : class
    {
        string path = Path.Combine(folder, format.FileName);
        if (!File.Exists(path)) return 0;
        LogComparison log = new(path);
        long lines = 0;
        foreach ((long number, LogEntry entry, byte[] line) in log.Lines())
        {
            cancellation.ThrowIfCancellationRequested();
            lines = number;
            if (format.Read(line) is not { } record)
            {
                Find(format.FileName, number, "the line is no record that this version knows.");
                continue;
            }
            (ItemId id, LogState state) = format.Describe(record);
            if (log.Indexed(number) is { } indexed && indexed != entry with { Key = new LogKey(id.Value, default), State = state })
            {
                string index = Path.GetFileName(RecordLog.IndexPath(path));
                Find(format.FileName, number, $"the index says something else of this line; delete {index} and it is made again.");
            }
            check(number, record);
        }
        if (log.IndexedLines > lines) Find(format.FileName, null, $"the index has {log.IndexedLines} lines and the file {lines}; lines were lost.");
        if (log.TornBytes > 0) Find(format.FileName, null, $"the last line is half-written ({log.TornBytes} bytes); it is dropped when the run goes on.");
        return lines;
    }

    private void CheckCall(long line, CallRecord call)
    {
        _keys.Add(call.Key.Id);
        ResponseKey expected = ResponseKey.Of(call.Request);
        if (call.Key != expected) Find(RunFiles.Calls, line, $"the key {call.Key} is not that of the request, which is {expected}.");
        if (call.Response is { } response && response.Key != call.Key)
        {
            Find(RunFiles.Calls, line, $"the response has the key {response.Key} of another request.");
        }
        if (call.Response is null == call.Failure is null) Find(RunFiles.Calls, line, "a call must have either a response or a failure.");
    }

    // The identity in the line is checked by reading it: the record computes its own, and the index must agree.
    private void CheckItem(long line, JudgedItem item)
    {
        bool shouldHavePreference = item.Outcome is Outcome.Judged or Outcome.Tie;
        if (item.Preference is not null != shouldHavePreference)
        {
            Find(RunFiles.Items, line, $"the outcome {item.Outcome} and the preference contradict each other.");
        }
        if (item.Preference is not null and not (>= 0 and <= 1)) Find(RunFiles.Items, line, "the preference is not from 0 to 1.");
        foreach (Verdict verdict in item.Verdicts) CheckKey(RunFiles.Items, line, verdict.Key);
    }

    private void CheckInstance(long line, ScoredInstance instance)
    {
        if (instance.Id != ScoredInstance.IdOf(instance.Scenario, instance.Model, instance.Instance, instance.Repeat))
            Find(RunFiles.Instances, line, "the identity is not that of scenario, model, instance and repeat.");
        bool hasScores = !instance.Scores.IsEmpty, isAsked = instance.Outcome is not (InstanceOutcome.Failed or InstanceOutcome.Skipped);
        if (hasScores && !isAsked) Find(RunFiles.Instances, line, $"the outcome {instance.Outcome} and the scores contradict each other.");
        foreach (ResponseKey key in instance.Keys) CheckKey(RunFiles.Instances, line, key);
    }

    private void CheckKey(string file, long line, ResponseKey? key)
    {
        if (key is { } named && !_keys.Contains(named.Id)) Find(file, line, $"it names the call {named}, which is not in {RunFiles.Calls}.");
    }

    private void CheckAnnotations(int items)
    {
        string path = Path.Combine(folder, RunFiles.Annotations);
        if (!File.Exists(path)) return;
        try
        {
            int rows = new AnnotationFileReader(new AnnotationVocabulary()).Read(path, cancellation).Count;
            if (rows != items) Find(RunFiles.Annotations, null, $"it has {rows} rows and the run {items} items; go on with the run, which writes it again.");
        }
        catch (InputException error)
        {
            Find(RunFiles.Annotations, null, error.Message);
        }
    }

    private void Find(string file, long? line, string text)
    {
        if (_findings.Count < MostFindings) _findings.Add(new RunFinding(file, line, text));
    }
}
