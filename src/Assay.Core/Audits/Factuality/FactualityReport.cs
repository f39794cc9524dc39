using System.Collections.Immutable;
using Assay.Statistics.Estimation;

namespace Assay.Core.Audits.Factuality;

/// <summary>A threshold with its guarantee, and how it fared.</summary>
public sealed record FactualityReport
{
    /// <summary>What was asked.</summary>
    public required FactualityOptions Options { get; init; }

    /// <summary>Name of the score that the threshold belongs to.</summary>
    public required string Score { get; init; }

    /// <summary>Claims with a higher score are kept; <see cref="PromptClaims.KeepAll"/> keeps all.</summary>
    public required double Threshold { get; init; }

    /// <summary>Prompts that gave the threshold.</summary>
    public required int CalibrationPrompts { get; init; }

    /// <summary>All prompts of the file.</summary>
    public required int Prompts { get; init; }

    /// <summary>All claims of the file.</summary>
    public required int Claims { get; init; }

    /// <summary>
    /// The guarantee: over draws of the calibration prompts and a new one, the filtered output is correct with a probability of at least the lower number and,
    /// where no two scores are equal, at most the upper one.
    /// </summary>
    public required (double AtLeast, double AtMost) Guarantee { get; init; }

    /// <summary>The check; null where none was asked for.</summary>
    public required FactualityOutcome? Check { get; init; }

    /// <summary>Share of outputs that are correct with no claim removed, in [0, 1].</summary>
    public required Estimate CorrectUnfiltered { get; init; }

    /// <summary>Coverage and removal by alpha, alphas ascending, each from the same check (leave-one-out where none was asked for).</summary>
    public required ImmutableArray<FactualityCurvePoint> Curve { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>How filtering fared on prompts that were not calibrated on.</summary>
/// <param name="Correct">Share of filtered outputs that are correct, in [0, 1], with Wilson's interval.</param>
/// <param name="Removed">Mean share of an output's claims that were removed, in [0, 1], with Student's t interval.</param>
/// <param name="Emptied">Outputs with claims of which none was left; they count as correct.</param>
public sealed record FactualityOutcome(Estimate Correct, Estimate Removed, int Emptied);

/// <summary>One point of the trade-off between coverage and removal.</summary>
/// <param name="Alpha">The error allowed, in (0, 1).</param>
/// <param name="Threshold">Threshold of all calibration prompts.</param>
/// <param name="Outcome">How it fared.</param>
public sealed record FactualityCurvePoint(double Alpha, double Threshold, FactualityOutcome Outcome);
