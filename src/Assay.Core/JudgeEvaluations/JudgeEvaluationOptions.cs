namespace Assay.Core.JudgeEvaluations;

/// <summary>How judges are measured.</summary>
public sealed record JudgeEvaluationOptions
{
    /// <summary>Nominal level of every interval, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Seed of the bootstrap.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Bootstrap replicates, at least 2.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>The family of each model and judge, by name; who is not in it has none.</summary>
    public IReadOnlyDictionary<string, string> Families { get; init; } = new Dictionary<string, string>();

    /// <summary>What runs paid and waited, by judge; for judges whose rows do not say it.</summary>
    public IReadOnlyDictionary<string, RunCost> RunCosts { get; init; } = new Dictionary<string, RunCost>();
}

/// <summary>What a run's calls cost.</summary>
/// <param name="Items">Items with a call.</param>
/// <param name="Price">US dollars of all calls; null where the price of one is unknown.</param>
/// <param name="Seconds">Seconds of all calls, one after another.</param>
public sealed record RunCost(int Items, double? Price, double Seconds);
