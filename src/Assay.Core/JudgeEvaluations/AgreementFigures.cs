namespace Assay.Core.JudgeEvaluations;

/// <summary>How an annotator agrees with people under one scoring rule; AlpacaEval's definitions (Dubois et al. 2023). Shares in [0, 1].</summary>
public sealed record AgreementFigures
{
    /// <summary>
    /// Mean score of a verdict against the centre of all people's verdicts on the pair: what AlpacaEval publishes as a judge's human agreement. Does not
    /// compare with people, who are scored against the others only; absent for people.
    /// </summary>
    public required Figure AgainstAll { get; init; }

    /// <summary>
    /// Mean score of a verdict against the centre of all people but one: for a person, who is the one left out; for a judge, the mean over who is left out.
    /// The only agreement that compares judges with people.
    /// </summary>
    public required Figure LeaveOneOut { get; init; }

    /// <summary>The judge's <see cref="LeaveOneOut"/> minus people's on the same pairs, in [-1, 1]; absent for people.</summary>
    public required Figure DifferenceFromPeople { get; init; }

    /// <summary>1 minus the score of the centre of the judge's verdicts against the centre of people's; absent for people, who are 0 by definition.</summary>
    public required Figure Bias { get; init; }

    /// <summary>1 minus the score of one verdict of the annotator against the centre of its other verdicts on the pair.</summary>
    public required Figure Variance { get; init; }
}
