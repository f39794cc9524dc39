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
    /// <param name="inputs">The files, candidates first and the baseline last.</param>
    /// <param name="limit">Pairs to judge at most; null: all.</param>
    /// <param name="sampleSeed">Draws those of the limit; null: the first ones.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="Core.Errors.InputException">A file cannot be read, or two files share no instruction.</exception>
    public static async Task<PairsToJudge> ReadAsync(ImmutableArray<RunInput> inputs, int? limit, ulong? sampleSeed, CancellationToken cancellation)
    {
        string[] candidates = [.. inputs[..^1].Select(static input => input.Path)];
        string baseline = inputs[^1].Path;
        RowCount[] counts = [.. inputs.Select(static _ => new RowCount())];
        PairSurvey survey = await PairSurvey.ReadAsync(
            candidates.Select((path, i) => Join(path, baseline, counts[i], counts[^1])).ToAsyncEnumerable().SelectMany(static pairs => pairs), cancellation);
        ItemSelection selection = limit is { } most
            ? await ItemSelection.DrawAsync(Join(candidates, baseline), most, sampleSeed, cancellation)
            : ItemSelection.All;
        return new PairsToJudge(candidates, baseline, selection)
        {
            Survey = survey,
            Inputs = [.. inputs.Select((input, i) => input with { Rows = counts[i].Rows })],
        };
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
