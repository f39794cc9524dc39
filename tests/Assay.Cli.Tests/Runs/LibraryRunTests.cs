using Assay.Cli.Tests.Support;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Runs;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;
using Assay.Storage.Runs;
using Microsoft.Extensions.AI;

namespace Assay.Cli.Tests.Runs;

/// <summary>A run that a program made with the libraries is a run of the command.</summary>
public sealed class LibraryRunTests
{
    [Fact]
    public async Task The_command_gates_shows_exports_and_verifies_it()
    {
        using TestFolder folder = new();
        string path = folder.File("run");
        JudgeRunOptions options = new() { Judge = new ControlJudge { Name = "longest", Rule = ControlRule.Longest }, Seed = 1 };
        RunDescription description = new()
        {
            Kind = RunKind.Judge,
            AssayVersion = "of the program",
            RuntimeVersion = "10",
            Began = DateTimeOffset.UnixEpoch,
            Seed = options.Seed,
            Inputs = [],
            Models = [],
            Judge = options.Judge,
        };
        using (RunFolder run = RunFolder.Create(path, description))
        {
            await new JudgeRun(options, new Dictionary<string, IChatClient>(), run, TimeProvider.System)
                .RunAsync(PairJoin.JoinAsync(Outputs("new", "a long output"), Outputs("old", "short")));
        }
        CommandRun gate = await CommandRun.Of("gate", "--run", path, "--require", "parsed >= 100");
        Assert.True(gate.ExitCode == ExitCode.Done, gate.Error);
        Assert.Contains("new against old", (await CommandRun.Of("runs", "show", path)).Out, StringComparison.Ordinal);
        Assert.Equal("consistent: 0 calls, 20 items, 0 outputs\n", (await CommandRun.Of("runs", "verify", path)).Out);
        Assert.Equal(ExitCode.Done, (await CommandRun.Of("runs", "export", path, "--output", folder.File("items.csv"))).ExitCode);
    }

    private static IAsyncEnumerable<OutputRow> Outputs(string generator, string output) => Enumerable.Range(0, 20)
        .Select(i => new OutputRow { Instruction = $"instruction {i}", Output = $"{output} {i}", Generator = generator })
        .ToAsyncEnumerable();
}
