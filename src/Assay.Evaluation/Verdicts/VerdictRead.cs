using Assay.Core.Judging;

namespace Assay.Evaluation.Verdicts;

/// <summary>What an answer says.</summary>
public sealed record VerdictRead
{
    private VerdictRead(Outcome outcome, double? secondPreference, string? reason) => (Outcome, SecondPreference, Reason) = (outcome, secondPreference, reason);

    /// <summary>Judged, tie, unparsed or refused.</summary>
    public Outcome Outcome { get; }

    /// <summary>Probability, in [0, 1], that the output shown second is the better one; null unless judged or tie.</summary>
    public double? SecondPreference { get; }

    /// <summary>Why there is no verdict, one sentence; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>A verdict.</summary>
    /// <param name="secondPreference">Probability that the output shown second is the better one.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside [0, 1].</exception>
    public static VerdictRead Of(double secondPreference) => secondPreference is >= 0 and <= 1
        ? new VerdictRead(secondPreference == 0.5 ? Outcome.Tie : Outcome.Judged, secondPreference, null)
        : throw new ArgumentOutOfRangeException(nameof(secondPreference), secondPreference, "A preference must be from 0 to 1.");

    /// <summary>An answer without a readable verdict.</summary>
    public static VerdictRead Unparsed(string reason) => new(Outcome.Unparsed, null, reason);

    /// <summary>A refusal.</summary>
    public static VerdictRead Refused(string reason) => new(Outcome.Refused, null, reason);
}
