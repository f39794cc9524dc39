namespace Assay.Core.JudgeEvaluations;

/// <summary>Judges measured against people: the result of <c>assay judges evaluate</c>.</summary>
public sealed record JudgeEvaluation
{
    /// <summary>Nominal level of every interval, in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>Seed of the bootstrap.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Bootstrap replicates behind the intervals of correlations.</summary>
    public required int Replicates { get; init; }

    /// <summary>Pairs with a person's verdict.</summary>
    public required int Pairs { get; init; }

    /// <summary>Pairs by the side most people took (output_1, output_2, tie), equal parts where several were taken equally often.</summary>
    public required (double First, double Second, double Tie) Modes { get; init; }

    /// <summary>People as a whole.</summary>
    public required AnnotatorFigures People { get; init; }

    /// <summary>Every judge, in ordinal order of its name.</summary>
    public required IReadOnlyList<AnnotatorFigures> Judges { get; init; }

    /// <summary>Every person, in ordinal order of the name.</summary>
    public required IReadOnlyList<PersonFigures> Persons { get; init; }

    /// <summary>Standard error over people of their own agreement with the others, in [0, 1]: how much people differ among themselves.</summary>
    public required Figure SpreadOfPersons { get; init; }

    /// <summary>Fleiss' kappa of people's sides.</summary>
    public required Figure FleissKappa { get; init; }

    /// <summary>Krippendorff's alpha of people's sides, as names.</summary>
    public required Figure NominalAlpha { get; init; }

    /// <summary>Krippendorff's alpha of people's preferences, by their order.</summary>
    public required Figure OrdinalAlpha { get; init; }

    /// <summary>Krippendorff's alpha of people's preferences, as numbers.</summary>
    public required Figure IntervalAlpha { get; init; }

    /// <summary>Cohen's kappa of every two annotators, people and judges.</summary>
    public required IReadOnlyList<RaterPair> RaterPairs { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
