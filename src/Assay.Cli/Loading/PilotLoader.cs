using System.Collections.Immutable;
using Assay.Cli.Progress;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Planning;
using Assay.Core.Preferences;
using Assay.Core.Runs;
using Assay.Storage.Annotations;
using Assay.Storage.Runs;

namespace Assay.Cli.Loading;

/// <summary>Reads pilots: run folders, which tell orders, repeats and costs, and annotation files, which tell preferences.</summary>
internal static class PilotLoader
{
    /// <summary>The models of all paths.</summary>
    /// <exception cref="InputException">A path cannot be read, holds something else, or no judged item.</exception>
    public static async Task<ImmutableArray<Pilot>> LoadAsync(IReadOnlyList<string> paths, ProgressDisplay progress, CancellationToken cancellation)
    {
        List<Pilot> pilots = [];
        foreach (string run in paths.Where(RunFiles.IsRun)) pilots.AddRange(await OfRunAsync(run, cancellation));
        string[] files = [.. paths.Where(static path => !RunFiles.IsRun(path))];
        if (files.Length > 0) pilots.AddRange(OfFiles(files, progress, cancellation));
        if (pilots.All(static pilot => pilot.Items.Count == 0))
            throw new InputException($"{string.Join(", ", paths)} hold no judged item, so there is nothing to plan from.");
        return [.. pilots.Where(static pilot => pilot.Items.Count > 0).OrderBy(static pilot => pilot.Model, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<Pilot>> OfRunAsync(string folder, CancellationToken cancellation)
    {
        using RunFolder run = RunFolder.OpenToRead(folder);
        if (run.Description.Judge is not { } judge) throw new InputException($"{folder} is a run of outputs and has no verdicts; name a run of judgements.");
        int orders = run.Description.Orders == OrderPolicy.Both ? 2 : 1;
        Dictionary<(string Model, string Baseline), Dictionary<string, PilotItem>> models = [];
        await foreach (JudgedItem item in run.ReadItemsAsync(cancellation))
        {
            (string, string) key = (item.Pair.Candidate.Generator, item.Pair.Baseline.Generator);
            if (!models.TryGetValue(key, out Dictionary<string, PilotItem>? items)) models.Add(key, items = new(StringComparer.Ordinal));
            if (PilotItem.Of(item) is { } known) items.TryAdd(item.Pair.Instruction, known);
        }
        int judged = models.Values.Sum(static items => items.Count);
        decimal? cost = judged == 0 ? null : await CostAsync(run, cancellation) / (judged * orders * run.Description.Repeats);
        return models.Select(model => new Pilot
        {
            Model = model.Key.Model,
            Baseline = model.Key.Baseline,
            Annotator = judge.Name,
            Items = model.Value,
            Orders = orders,
            Repeats = run.Description.Repeats,
            CostOfOne = cost,
        });
    }

    /// <summary>What all answers of a run are worth, those from the store too: a new set has to pay for them. Null where the cost of any is unknown.</summary>
    private static async Task<decimal?> CostAsync(RunFolder run, CancellationToken cancellation)
    {
        decimal sum = 0;
        await foreach (CallRecord call in run.ReadCallsAsync(cancellation))
        {
            if (call.Response is not { } response) continue;
            if (response.Cost is not { } cost) return null;
            sum += cost;
        }
        return sum;
    }

    private static IEnumerable<Pilot> OfFiles(IReadOnlyList<string> paths, ProgressDisplay progress, CancellationToken cancellation)
    {
        PreferenceSet set = AnnotationLoader.Load(AnnotationSearch.Find(paths), progress, cancellation);
        return set.Comparisons.Where(static comparison => !comparison.IsBaseline).Select(comparison => new Pilot
        {
            Model = comparison.Model,
            Baseline = comparison.Baseline,
            Annotator = comparison.Annotator,
            Items = comparison.Items.Where(static item => item.IsJudged)
                .ToDictionary(item => set.Instructions[item.Instruction], static item => new PilotItem(item.Preference), StringComparer.Ordinal),
        });
    }
}
