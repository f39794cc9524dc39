using System.CommandLine;
using System.Globalization;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs list</c>: the runs in a folder.</summary>
internal static class RunsListVerb
{
    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        Argument<string> folder = new("DIR")
        {
            Description = "A folder of runs, or a run. Default: the working folder.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        VerbCommand command = new("list", "Lists the runs in a folder.")
        {
            Details = "One line for each run, with tabs between: folder, what it makes, by whom, items that have come to an end, items without an answer, state.",
            Examples = [new Example("The runs of a folder", "assay runs list runs")],
        };
        command.Arguments.Add(folder);
        command.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(folder), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, CommandTerminal terminal, CancellationToken cancellation)
    {
        foreach (string path in RunFiles.Find(folder))
        {
            using RunFolder run = RunFolder.OpenToRead(path);
            int ended = 0, failed = 0;
            await foreach (EndedItem item in run.ReadEndedAsync(cancellation))
            {
                ended++;
                if (item.HasFailed) failed++;
            }
            RunDescription asked = run.Description;
            string kind = asked.Kind.ToString().ToLowerInvariant();
            string who = asked.Judge?.Name ?? string.Join(",", asked.Models.Select(static model => model.Name).Concat(asked.Recorded.Select(static model => model.Name)));
            string state = await RunState.IsFinishedAsync(run, cancellation) ? "finished" : "unfinished";
            string[] cells = [path, kind, who, ended.ToString(CultureInfo.InvariantCulture), failed.ToString(CultureInfo.InvariantCulture), state];
            terminal.Out.WriteLine(string.Join('\t', cells.Select(OneLine.Of)));
        }
        return ExitCode.Done;
    }
}
