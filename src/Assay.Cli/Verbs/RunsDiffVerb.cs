using System.CommandLine;
using System.Globalization;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Reports;
using Assay.Cli.Terminal;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs diff</c>: in what two runs differ.</summary>
internal sealed class RunsDiffVerb
{
    private readonly CommandTerminal _terminal;
    private readonly Argument<string> _folder = RunArgument.Create();
    private readonly Argument<string> _other = RunArgument.Create("OTHER", "The folder of the run it is compared with.");

    private RunsDiffVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        RunsDiffVerb verb = new(terminal);
        VerbCommand command = new("diff", "Says in what two runs differ.")
        {
            Details = "Says what was asked differently, and counts the items that ended alike; then lists the items whose winner or outcome differs. Items of "
                + "the same texts are the same item, whoever judged them.",
            Examples = [new Example("Two judges on the same pairs", "assay runs diff runs/soft runs/verdict")],
        };
        command.Arguments.Add(verb._folder);
        command.Arguments.Add(verb._other);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        using RunFolder run = RunFolder.OpenToRead(parse.GetRequiredValue(_folder));
        using RunFolder other = RunFolder.OpenToRead(parse.GetRequiredValue(_other));
        foreach (string difference in RunDifferences.Between(run.Description, other.Description)) _terminal.Out.WriteLine(OneLine.Of($"{run.Path}: {difference}"));
        if (run.Description.Kind == RunKind.Judge && other.Description.Kind == RunKind.Judge) await DiffItemsAsync(run, other, cancellation);
        else if (run.Description.Kind == other.Description.Kind) await DiffOutputsAsync(run, other, cancellation);
        return ExitCode.Done;
    }

    private async Task DiffItemsAsync(RunFolder run, RunFolder other, CancellationToken cancellation)
    {
        Dictionary<ItemId, (Outcome Outcome, double? Preference)> theirs = [];
        await foreach (JudgedItem item in other.ReadItemsAsync(cancellation)) theirs[item.Pair.Id] = (item.Outcome, item.Preference);
        int same = 0, moved = 0, ended = 0, onlyHere = 0, both = 0;
        double difference = 0;
        List<string> lines = [];
        await foreach (JudgedItem item in run.ReadItemsAsync(cancellation))
        {
            if (!theirs.Remove(item.Pair.Id, out (Outcome Outcome, double? Preference) there))
            {
                onlyHere++;
                continue;
            }
            if (item.Preference is { } here && there.Preference is { } preference) (both, difference) = (both + 1, difference + here - preference);
            if (item.Outcome == there.Outcome && item.Preference == there.Preference) same++;
            else if (item.Outcome == there.Outcome && Winner(item.Preference) == Winner(there.Preference)) moved++;
            else
            {
                ended++;
                lines.Add($"{item.Pair.Id}  {Word(item.Outcome, item.Preference)} | {Word(there.Outcome, there.Preference)}  {ItemReport.Short(item.Pair.Instruction)}");
            }
        }
        Print(string.Create(
            CultureInfo.InvariantCulture,
            $"items: {same} alike, {moved} with another preference and the same winner, {ended} that end differently, {onlyHere} only in {run.Path}, {theirs.Count} only in {other.Path}"));
        if (both > 0) Print(string.Create(CultureInfo.InvariantCulture, $"win rate on the {both} items with a preference in both: {100 * difference / both:+0.00;-0.00;0.00} points"));
        lines.ForEach(Print);
    }

    private async Task DiffOutputsAsync(RunFolder run, RunFolder other, CancellationToken cancellation)
    {
        Dictionary<ItemId, ItemId> theirs = [];
        await foreach (GeneratedOutput output in other.ReadOutputsAsync(cancellation)) theirs[QuestionOf(output)] = ItemId.Of(output.Output);
        int same = 0, onlyHere = 0;
        List<string> lines = [];
        await foreach (GeneratedOutput output in run.ReadOutputsAsync(cancellation))
        {
            if (!theirs.Remove(QuestionOf(output), out ItemId text)) onlyHere++;
            else if (text == ItemId.Of(output.Output)) same++;
            else lines.Add($"{output.Id}  {ItemReport.Short(output.Instruction.Instruction)}");
        }
        Print(string.Create(
            CultureInfo.InvariantCulture, $"outputs: {same} alike, {lines.Count} different, {onlyHere} only in {run.Path}, {theirs.Count} only in {other.Path}"));
        lines.ForEach(Print);
    }

    private static ItemId QuestionOf(GeneratedOutput output) => ItemId.Of(output.Instruction.Instruction, output.Repeat.ToString(CultureInfo.InvariantCulture));

    private static int? Winner(double? preference) => preference is { } known ? Math.Sign(known - 0.5) : null;

    private static string Word(Outcome outcome, double? preference) => preference is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * known:0.##} %")
        : outcome.ToString().ToLowerInvariant();

    private void Print(string line) => _terminal.Out.WriteLine(OneLine.Of(line));
}
