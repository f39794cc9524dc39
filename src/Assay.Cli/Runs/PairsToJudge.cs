using System.Collections.Immutable;
using Assay.Core.Runs;
using Assay.Evaluation.Judging;
using Assay.Storage.Outputs;

namespace Assay.Cli.Runs;

/// <summary>The pairs of a judging run, read from their files as often as they are needed; never held in memory.</summary>
internal sealed class PairsToJudge
{
    private readonly IReadOnlyList<string> _candidates;
    private readonly string _baseline;
    private readonly ItemSelection _selection;

    private PairsToJudge(IReadOnlyList<string> candidates, string baseline, ItemSelection selection) =>
        (_candidates, _baseline, _selection) = (candidates, baseline, selection);

    /// <summary>What the files hold, without the limit.</summary>
    public required PairSurvey Survey { get; init; }

    /// <summary>The files, with their rows and hashes.</summary>
    public required ImmutableArray<RunInput> Inputs { get; init; }

    /// <summary>Pairs and skipped instructions that a run comes to.</summary>
    public int Items => Survey.Pairs + Survey.Skipped.Values.Sum();

    /// <summary>Reads the files once, twice where there is a limit.</summary>
    /// <exception cref="Core.Errors.InputException">A file cannot be read, or two files share no instruction.</exception>
    public static async Task<PairsToJudge> ReadAsync(
        IReadOnlyList<string> candidates, string baseline, int? limit, ulong? sampleSeed, CancellationToken cancellation)
    {
        RowCount[] counts = [.. candidates.Select(static _ => new RowCount())];
        RowCount baselineCount = new();
        PairSurvey survey = await PairSurvey.ReadAsync(
            candidates.Select((path, i) => Join(path, baseline, counts[i], baselineCount)).ToAsyncEnumerable().SelectMany(static pairs => pairs), cancellation);
        ItemSelection selection = limit is { } most
            ? await ItemSelection.DrawAsync(Join(candidates, baseline), most, sampleSeed, cancellation)
            : ItemSelection.All;
        List<RunInput> inputs = [];
        for (int i = 0; i < candidates.Count; i++) inputs.Add(await InputFiles.DescribeAsync("candidate", candidates[i], counts[i].Rows, cancellation));
        inputs.Add(await InputFiles.DescribeAsync("baseline", baseline, baselineCount.Rows, cancellation));
        return new PairsToJudge(candidates, baseline, selection) { Survey = survey, Inputs = [.. inputs] };
    }

    /// <summary>All items of the run, in the order of the files.</summary>
    public IAsyncEnumerable<JoinedItem> Read() => _selection.ApplyAsync(Join(_candidates, _baseline));

    private static IAsyncEnumerable<JoinedItem> Join(IReadOnlyList<string> candidates, string baseline) =>
        candidates.ToAsyncEnumerable().SelectMany(path => Join(path, baseline, new RowCount(), new RowCount()));

    private static IAsyncEnumerable<JoinedItem> Join(string candidate, string baseline, RowCount candidateRows, RowCount baselineRows) => PairJoin.JoinAsync(
        candidateRows.Of(OutputFile.ReadAsync(candidate, CancellationToken.None)),
        baselineRows.Of(OutputFile.ReadAsync(baseline, CancellationToken.None)),
        candidate,
        baseline);
}
