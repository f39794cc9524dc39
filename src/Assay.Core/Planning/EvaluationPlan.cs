using System.Collections.Immutable;

namespace Assay.Core.Planning;

/// <summary>How much must be judged to see a difference, and what a set can show.</summary>
public sealed record EvaluationPlan
{
    /// <summary>The true difference to be seen, in [0, 1]; null where none was asked about.</summary>
    public required double? Difference { get; init; }

    /// <summary>Instructions of the set that was asked about; null where none was.</summary>
    public required int? Instructions { get; init; }

    /// <summary>1 minus the level of the test.</summary>
    public required double Confidence { get; init; }

    /// <summary>Probability of seeing the difference.</summary>
    public required double Power { get; init; }

    /// <summary>The pilot behind the variances; null where they were stated.</summary>
    public required PilotComponents? Pilot { get; init; }

    /// <summary>Designs the pilot can tell of, cheapest in calls first where a difference was asked about.</summary>
    public required ImmutableArray<PlanDesign> Designs { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>One way to judge.</summary>
public sealed record PlanDesign
{
    /// <summary>Orders shown, 1 or 2; null: as in the pilot, or as behind the stated deviation.</summary>
    public required int? Orders { get; init; }

    /// <summary>Answers to each question; null: as in the pilot, or as behind the stated deviation.</summary>
    public required int? Repeats { get; init; }

    /// <summary>Standard deviation of an instruction's score, in the unit of preferences.</summary>
    public required double Deviation { get; init; }

    /// <summary>Instructions that show the difference; null where none was asked about.</summary>
    public int? Needed { get; init; }

    /// <summary>The same with the pilot's variance at the ends of its 95 % interval; null where that is unknown.</summary>
    public (int Fewest, int Most)? NeededRange { get; init; }

    /// <summary>Judgements for that: instructions, times models, orders and repeats; null where orders or repeats are unknown.</summary>
    public long? Judgements { get; init; }

    /// <summary>US dollars for them; null where unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The smallest difference, in [0, 1], that the set asked about can show; null where none was.</summary>
    public double? Detectable { get; init; }
}
