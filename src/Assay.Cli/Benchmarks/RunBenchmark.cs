using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Reports;
using Assay.Cli.Runs;
using Assay.Cli.Terminal;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;
using Assay.Evaluation.Runs;
using Assay.Models.Scoring;
using Assay.Reporting.Contracts;
using Assay.Reporting.Tables;
using Assay.Storage.Files;
using Assay.Storage.Runs;

namespace Assay.Cli.Benchmarks;

/// <summary>One session of a benchmark: asks, and at the end writes and prints the table.</summary>
internal sealed class RunBenchmark(CommandTerminal terminal, TimeProvider time, PeopleNotes notes)
{
    /// <summary>Begins the run or goes on with it.</summary>
    public async Task<int> RunAsync(RunRequest request, RunDescription asked, BenchmarkPlan plan, CancellationToken cancellation)
    {
        BenchmarkRunOptions options = OptionsOf(asked, request);
        int items = plan.Scenarios.Sum(static task => task.Instances.Count) * options.Models.Count * options.Repeats;
        BenchmarkTable? table = null;
        RunProgress session = await new RunCalls(request, asked, terminal, time, notes).WorkAsync(
            (ProgressStage.Benchmarking, items),
            async (run, clients, _, progress) =>
            {
                BenchmarkRun benchmark = new(options, clients.ByName, plan.Recorded, ScorersOf(asked), run, time, notes.Note);
                RunProgress ended = await benchmark.RunAsync(plan.Scenarios, progress, drain: cancellation);
                if (ended.IsComplete) table = await WriteTableAsync(run, CancellationToken.None);
                return ended;
            },
            cancellation);
        int exitCode = RunEnd.Report(session, request.Run, "instances", terminal, notes);
        if (table is null) return exitCode;
        ResultWriter.WriteTable(console => BenchmarkTableText.Write(table, console), null, terminal);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(SpendingText.Of(session.Spending));
        notes.Written(Path.Combine(request.Run, RunFiles.Results));
        return exitCode;
    }

    /// <summary>How a run was asked, as far as its description says.</summary>
    public static BenchmarkRunOptions OptionsOf(RunDescription asked, RunRequest request) => new()
    {
        Models =
        [
            .. asked.Models.Select(static model => KeyValuePair.Create(model.Name, model.Parameters)),
            .. asked.Recorded.Select(static model => KeyValuePair.Create(model.Name, ModelParameters.Empty)),
        ],
        Repeats = asked.Repeats,
        Concurrency = request.Concurrency,
    };

    /// <summary>Writes <c>results.json</c>: the table with the usual options.</summary>
    public static async Task<BenchmarkTable> WriteTableAsync(RunFolder run, CancellationToken cancellation)
    {
        BenchmarkTable table = await BenchmarkFolder.TableAsync(run, new BenchmarkTableOptions(), cancellation);
        WholeFile.WriteText(Path.Combine(run.Path, RunFiles.Results), ContractJson.Render(table));
        return table;
    }

    /// <summary>What scores given texts with the models that can.</summary>
    public static TokenScorerFactory ScorersOf(RunDescription asked) => (name, client) =>
        asked.Models.FirstOrDefault(model => model.Name == name) is { Kind: ModelKind.Completions } model ? new CompletionsTokenScorer(model, client) : null;
}
