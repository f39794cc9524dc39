using System.CommandLine;
using Assay.Cli.Benchmarks;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Reports;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.Reporting.Tables;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs show</c>: what a run came to, and one item with its calls.</summary>
internal sealed class RunsShowVerb
{
    private readonly CommandTerminal _terminal;
    private readonly Argument<string> _folder = RunArgument.Create();
    private readonly Option<string?> _item = RunArgument.Item();

    private RunsShowVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        RunsShowVerb verb = new(terminal);
        VerbCommand command = new("show", "Shows what a run came to.")
        {
            Details = "Gives the results so far, and lists the items without a verdict or an output; with --item one item with its verdicts and calls.",
            Examples =
            [
                new Example("What a run came to", "assay runs show runs/a"),
                new Example("One item", "assay runs show runs/a --item 0123456789abcdef0123456789abcdef"),
            ],
        };
        command.Arguments.Add(verb._folder);
        command.AddGroup("What is shown", [verb._item]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        using RunFolder run = RunFolder.OpenToRead(parse.GetRequiredValue(_folder));
        if (RunArgument.ReadItem(parse.GetValue(_item)) is { } item) await ShowItemAsync(run, item, cancellation);
        else await ShowRunAsync(run, cancellation);
        return ExitCode.Done;
    }

    private async Task ShowRunAsync(RunFolder run, CancellationToken cancellation)
    {
        if (run.Description.Kind == RunKind.Judge)
        {
            JudgeRunSummary summary = await StoppedResults.ApplyAsync(await JudgeRunSummary.ReadAsync(run, cancellation: cancellation), run, cancellation);
            JudgeReport.Write(summary, run.Description, _terminal.Out);
        }
        else if (run.Description.Kind == RunKind.Benchmark) await ShowBenchmarkAsync(run, cancellation);
        else await ShowOutputsAsync(run, cancellation);
        if (!await RunState.IsFinishedAsync(run, cancellation)) _terminal.Out.WriteLine("The run has not come to its end; its command goes on with it.");
        await foreach (JudgedItem item in run.ReadItemsAsync(cancellation))
        {
            if (item.Preference is null) ShowMissing(item.Pair.Id, item.Outcome.ToString(), item.Reason, item.Pair.Instruction);
        }
        await foreach (GeneratedOutput output in run.ReadOutputsAsync(cancellation))
        {
            if (output.Outcome != GenerationOutcome.Answered) ShowMissing(output.Id, output.Outcome.ToString(), output.Reason, output.Instruction.Instruction);
        }
    }

    private async Task ShowBenchmarkAsync(RunFolder run, CancellationToken cancellation)
    {
        BenchmarkTable table = await BenchmarkFolder.TableAsync(run, new BenchmarkTableOptions(), cancellation);
        ResultWriter.WriteTable(console => BenchmarkTableText.Write(table, console), null, _terminal);
        _terminal.Out.WriteLine();
        Spending spending = Spending.None;
        await foreach (CallRecord call in run.ReadCallsAsync(cancellation)) spending = spending.With(call);
        _terminal.Out.WriteLine(SpendingText.Of(spending));
        await foreach (ScoredInstance instance in run.ReadInstancesAsync(cancellation))
        {
            if (instance.Outcome is not (InstanceOutcome.Scored or InstanceOutcome.Skipped))
                ShowMissing(instance.Id, instance.Outcome.ToString(), instance.Reason, $"{instance.Scenario} {instance.Model}: {instance.Instance.Input}");
        }
    }

    private async Task ShowOutputsAsync(RunFolder run, CancellationToken cancellation)
    {
        int[] counts = new int[Enum.GetValues<GenerationOutcome>().Length];
        await foreach (GeneratedOutput output in run.ReadOutputsAsync(cancellation)) counts[(int)output.Outcome]++;
        Spending spending = Spending.None;
        await foreach (CallRecord call in run.ReadCallsAsync(cancellation)) spending = spending.With(call);
        IEnumerable<string> words = Enum.GetValues<GenerationOutcome>().Select(outcome => $"{counts[(int)outcome]} {outcome.ToString().ToLowerInvariant()}");
        _terminal.Out.WriteLine(OneLine.Of($"outputs of {string.Join(", ", run.Description.Models.Select(static model => model.Name))}: {string.Join(", ", words)}"));
        _terminal.Out.WriteLine(SpendingText.Of(spending));
    }

    private async Task ShowItemAsync(RunFolder run, ItemId id, CancellationToken cancellation)
    {
        JudgedItem? judged = await run.FindItemAsync(id, cancellation);
        GeneratedOutput? output = await run.FindOutputAsync(id, cancellation);
        ScoredInstance? instance = await run.FindInstanceAsync(id, cancellation);
        if (instance is not null) ItemReport.Write(instance, _terminal.Out);
        if (judged is not null) ItemReport.Write(judged, _terminal.Out);
        else if (output is not null) ItemReport.Write(output, _terminal.Out);
        bool hasCalls = false;
        await foreach (CallRecord call in run.ReadCallsAsync(id, cancellation))
        {
            hasCalls = true;
            ItemReport.Write(call, _terminal.Out);
        }
        if (judged is null && output is null && instance is null && !hasCalls) throw new InputException(
            $"{run.Path} has no item {id}; 'assay runs show' and the run's files give the identities.");
    }

    private void ShowMissing(ItemId id, string outcome, string? reason, string instruction) =>
        _terminal.Out.WriteLine(OneLine.Of($"{id}  {outcome.ToLowerInvariant(),-9} {ItemReport.Short(instruction)}  {reason}"));
}
