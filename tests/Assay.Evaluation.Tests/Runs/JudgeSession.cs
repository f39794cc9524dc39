using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Tests.Runs;

/// <summary>Runs judges on pairs and reads what came of it.</summary>
internal static class JudgeSession
{
    public static Task<RunProgress> RunAsync(
        JudgeRunOptions options, IChatClient client, IRunLog log,
        IEnumerable<PairToJudge> pairs, CancellationToken drain = default, CancellationToken abort = default) =>
        new JudgeRun(options, Models(options, client), log, TimeProvider.System).RunAsync(pairs.ToAsyncEnumerable(), null, drain, abort);

    public static async Task<JudgedItem[]> ItemsAsync(IRunLog log) => [.. Samples.Sorted(await log.ReadItemsAsync(default).ToListAsync())];

    public static async Task<JudgedItem[]> JudgeAsync(JudgeRunOptions options, IChatClient client, params PairToJudge[] pairs)
    {
        MemoryRunLog log = new();
        await RunAsync(options, client, log, pairs);
        return await ItemsAsync(log);
    }

    /// <summary>Items without what differs from run to run by design: nothing but the verdicts' place in memory.</summary>
    public static string[] Texts(IEnumerable<JudgedItem> items) =>
    [
        .. items.Select(item =>
            $"{item.Pair.Id} {item.Outcome} {item.Preference:R} {item.Reason} [{string.Join(' ', item.Notes)}] {string.Join(" | ", item.Verdicts)}"),
    ];

    private static Dictionary<string, IChatClient> Models(JudgeRunOptions options, IChatClient client) =>
        options.Judge.ModelNames.ToDictionary(name => name, _ => client, StringComparer.Ordinal);
}
