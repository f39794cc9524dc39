using System.CommandLine;
using System.Globalization;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Reports;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs explain</c>: why items were asked again.</summary>
internal sealed class RunsExplainVerb
{
    // The key's repeat number counts repeats below this and askings again above it.
    private const int OneAskingAgain = 1_000_000;

    private readonly CommandTerminal _terminal;
    private readonly Argument<string> _folder = RunArgument.Create();
    private readonly Option<string?> _item = RunArgument.Item();
    private readonly Option<string?> _against = OptionFactory.Text(
        "--against", "DIR", "Another run of the same items: which part of their keys differs. Default: the run's own calls are compared.");

    private RunsExplainVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        RunsExplainVerb verb = new(terminal);
        VerbCommand command = new("explain", "Says why items were asked again.")
        {
            Details = "A stored answer is used where its key is the same: endpoint, model, parameters, the whole prompt, repeat number. This compares the keys of "
                + "calls for the same item, and names the parts that changed.",
            Examples =
            [
                new Example("What was asked again within a run", "assay runs explain runs/a"),
                new Example("Why was nothing taken from the earlier run?", "assay runs explain runs/b --against runs/a"),
            ],
        };
        command.Arguments.Add(verb._folder);
        command.AddGroup("What is compared", [verb._item, verb._against]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        using RunFolder run = RunFolder.OpenToRead(parse.GetRequiredValue(_folder));
        using RunFolder? other = parse.GetValue(_against) is { } path ? RunFolder.OpenToRead(path) : null;
        Dictionary<string, (int Count, ItemId First, string Example)> reasons = new(StringComparer.Ordinal);
        IAsyncEnumerable<ItemId> items = RunArgument.ReadItem(parse.GetValue(_item)) is { } one
            ? new[] { one }.ToAsyncEnumerable()
            : run.ReadEndedAsync(cancellation).Select(static ended => ended.Id);
        await foreach (ItemId item in items)
        {
            List<CallRecord> calls = await run.ReadCallsAsync(item, cancellation).ToListAsync(cancellation);
            List<CallRecord> before = other is null ? [] : await other.ReadCallsAsync(item, cancellation).ToListAsync(cancellation);
            foreach ((string reason, string example) in other is null ? Within(calls) : Between(before, calls))
            {
                (int count, ItemId first, string kept) = reasons.GetValueOrDefault(reason, (0, item, example));
                reasons[reason] = (count + 1, first, kept);
            }
        }
        foreach ((string reason, (int count, ItemId first, string example)) in reasons.OrderByDescending(static entry => entry.Value.Count))
        {
            _terminal.Out.WriteLine(OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"{count} calls: {reason}")));
            _terminal.Out.WriteLine(OneLine.Of($"  such as item {first}{(example.Length > 0 ? $": {example}" : "")}"));
        }
        if (reasons.Count == 0) _terminal.Out.WriteLine(other is null ? "nothing was asked again" : "the two runs have no item in common");
        return ExitCode.Done;
    }

    private static IEnumerable<(string Reason, string Example)> Within(List<CallRecord> calls)
    {
        foreach (IGrouping<(string, PresentationOrder?, int), CallRecord> question in calls.GroupBy(QuestionOf))
        {
            foreach ((CallRecord before, CallRecord after) in question.Zip(question.Skip(1)))
            {
                if (before.Failure is { } failure) yield return ("asked again, because the call before it failed", failure.Message);
                else if (before.Key == after.Key) yield return ("asked again with the same key, and answered from the store or by a call that was in flight", "");
                else if (after.Request.Repeat != before.Request.Repeat)
                    yield return ("asked again, because the verdict could not be read", ItemReport.Short(before.Response?.Text ?? ""));
                else yield return Changed(before, after);
            }
        }
    }

    private static IEnumerable<(string Reason, string Example)> Between(List<CallRecord> before, List<CallRecord> calls)
    {
        foreach (CallRecord call in calls)
        {
            CallRecord? same = before.FirstOrDefault(other => other.Key == call.Key);
            if (same?.Response is not null) yield return ("the key is the same", "");
            else if (same is not null) yield return ("the key is the same, and the other run got no answer", same.Failure?.Message ?? "");
            else if (before.FirstOrDefault(other => other.Order == call.Order && other.Request.Repeat == call.Request.Repeat) is { } counterpart)
                yield return Changed(counterpart, call);
            else if (before.Count > 0) yield return ("the other run did not ask in this order and repeat", "");
        }
    }

    private static (string Reason, string Example) Changed(CallRecord before, CallRecord after)
    {
        IReadOnlyList<KeyChange> changes = KeyChange.Between(before.Request, after.Request);
        return ($"the key differs in {string.Join(", ", changes.Select(static change => change.Part))}", string.Join("; ", changes));
    }

    private static (string, PresentationOrder?, int) QuestionOf(CallRecord call) => (call.Model, call.Order, call.Request.Repeat % OneAskingAgain);
}
