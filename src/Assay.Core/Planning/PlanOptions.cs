namespace Assay.Core.Planning;

/// <summary>What is asked of a plan.</summary>
public sealed record PlanOptions
{
    /// <summary>The true difference to be seen, in (0, 1]; null: none.</summary>
    public double? Difference { get; init; }

    /// <summary>Instructions of a set that is given; null: none.</summary>
    public int? Instructions { get; init; }

    /// <summary>1 minus the level of the test, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Probability of seeing the difference, in [0.5, 1).</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>The most answers to a question that are looked at, where the pilot has repeats.</summary>
    public int MostRepeats { get; init; } = 3;
}
