using System.Security.Cryptography;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Microsoft.Extensions.AI;

namespace ReleaseGate;

/// <summary>Asks two assistants the same questions and has a judge compare their answers.</summary>
internal static class Comparison
{
    /// <summary>Compares on the first <paramref name="questions"/> questions; null: on all.</summary>
    public static async Task<JudgeRunSummary> JudgeAsync(IChatClient release, IChatClient isOut, JudgeDefinition judge, int? questions = null)
    {
        IEnumerable<string> asked = Questions.All.Take(questions ?? Questions.All.Length);
        JudgeRunOptions options = new() { Judge = judge, Seed = 1, FenceSecret = RandomNumberGenerator.GetBytes(32) };
        MemoryRunLog log = new();
        await new JudgeRun(options, Judges.Models, log, TimeProvider.System)
            .RunAsync(PairJoin.JoinAsync(await AnswersAsync("release", release, asked), await AnswersAsync("out", isOut, asked)));
        return await JudgeRunSummary.ReadAsync(log);
    }

    private static async Task<IAsyncEnumerable<OutputRow>> AnswersAsync(string name, IChatClient assistant, IEnumerable<string> questions)
    {
        MemoryRunLog log = new();
        await new GenerateRun(new GenerateRunOptions { Generator = name }, assistant, log, TimeProvider.System)
            .RunAsync(questions.Select(static question => new InstructionRow { Instruction = question }).ToAsyncEnumerable());
        return GenerateRun.RowsOf(log.ReadOutputsAsync(default));
    }
}
