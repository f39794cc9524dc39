using Assay.Core.JudgeEvaluations;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Loading;

/// <summary>What the runs beside annotation files paid and waited, by judge.</summary>
internal static class RunCosts
{
    /// <summary>The costs of every run whose annotations are among the files; of several runs of a judge, together.</summary>
    /// <exception cref="Core.Errors.InputException">A run's folder cannot be read.</exception>
    public static async Task<IReadOnlyDictionary<string, RunCost>> ReadAsync(IEnumerable<string> annotations, CancellationToken cancellation)
    {
        Dictionary<string, RunCost> costs = new(StringComparer.Ordinal);
        foreach (string folder in annotations.Select(static file => Path.GetDirectoryName(Path.GetFullPath(file))!).Distinct(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.Combine(folder, RunFiles.Description))) continue;
            await using RunFolder run = RunFolder.OpenToRead(folder);
            if (run.Description.Judge is not { } judge) continue;
            RunCost cost = await OfRunAsync(run, cancellation);
            costs[judge.Name] = costs.TryGetValue(judge.Name, out RunCost? others)
                ? new RunCost(others.Items + cost.Items, others.Price + cost.Price, others.Seconds + cost.Seconds)
                : cost;
        }
        return costs;
    }

    // An answer from the store cost what it cost when it was asked: the price of a verdict does not depend on who paid it first.
    private static async Task<RunCost> OfRunAsync(RunFolder run, CancellationToken cancellation)
    {
        HashSet<ItemId> items = [];
        decimal? price = 0;
        double seconds = 0;
        await foreach (CallRecord call in run.ReadCallsAsync(cancellation))
        {
            items.Add(call.Item);
            if (call.Response is not { } response) continue;
            price += response.Cost;
            seconds += response.Latency.TotalSeconds;
        }
        return new RunCost(items.Count, (double?)price, seconds);
    }
}
