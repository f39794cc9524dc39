using System.Collections.Immutable;
using Assay.Statistics.Calibration;
using Assay.Statistics.Estimation;

namespace Assay.Core.Audits.Calibration;

/// <summary>How well confidences say how often answers are right.</summary>
public sealed record CalibrationReport
{
    /// <summary>What was asked.</summary>
    public required CalibrationOptions Options { get; init; }

    /// <summary>Answers that were measured.</summary>
    public required int Count { get; init; }

    /// <summary>Right ones among them.</summary>
    public required int Right { get; init; }

    /// <summary>Rows that were left out, for want of a confidence or of an outcome.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Mean confidence.</summary>
    public required CalibrationFigure MeanConfidence { get; init; }

    /// <summary>Share of right answers.</summary>
    public required CalibrationFigure Accuracy { get; init; }

    /// <summary>Mean confidence minus accuracy; above 0 the model is too sure.</summary>
    public required CalibrationFigure Overconfidence { get; init; }

    /// <summary>Root mean squared calibration error without the bias of noise.</summary>
    public required CalibrationFigure DebiasedError { get; init; }

    /// <summary>Expected calibration error with bins of equal width.</summary>
    public required PlainCalibrationError EqualWidth { get; init; }

    /// <summary>Expected calibration error with bins of equally many answers.</summary>
    public required PlainCalibrationError EqualCount { get; init; }

    /// <summary>Mean squared distance of confidence from outcome.</summary>
    public required CalibrationFigure Brier { get; init; }

    /// <summary>Where the Brier score comes from.</summary>
    public required BrierShares BrierParts { get; init; }

    /// <summary>Mean surprise in nats.</summary>
    public required CalibrationFigure LogLoss { get; init; }

    /// <summary>Chance that a right answer has a higher confidence than a wrong one.</summary>
    public required CalibrationFigure RocArea { get; init; }

    /// <summary>Mean accuracy among the k most confident, over all k.</summary>
    public required CalibrationFigure SelectiveArea { get; init; }

    /// <summary>Accuracy among the most confident shares of the answers, shares ascending.</summary>
    public required ImmutableArray<(double Coverage, CalibrationFigure Accuracy)> Selective { get; init; }

    /// <summary>The reliability diagram, confidences ascending.</summary>
    public required ImmutableArray<ReliabilityBin> Reliability { get; init; }

    /// <summary>What recalibration would do; null where a part of the split would be too small.</summary>
    public required RecalibrationReport? Recalibration { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>An expected calibration error, and what it would be by chance.</summary>
/// <param name="Expected">Mean gap over the bins; it has no interval, only the null band.</param>
/// <param name="Maximum">Widest gap.</param>
/// <param name="Null">Where the expected error would lie if every confidence were right.</param>
public sealed record PlainCalibrationError(CalibrationFigure Expected, double Maximum, CalibrationNullBand Null);

/// <summary>The parts of a Brier score by bins of equal width: reliability - resolution + uncertainty + within bins.</summary>
/// <param name="Reliability">Squared gaps of the bins; 0 is best.</param>
/// <param name="Resolution">Squared distances of the bins' accuracies from the overall one; high is good.</param>
/// <param name="Uncertainty">accuracy (1 - accuracy).</param>
/// <param name="WithinBins">What the bins hide (Stephenson, Coelho and Jolliffe 2008); 0 where the confidences of a bin are equal.</param>
public sealed record BrierShares(double Reliability, double Resolution, double Uncertainty, double WithinBins);

/// <summary>A point of the reliability diagram.</summary>
/// <param name="Count">Answers in the bin.</param>
/// <param name="MeanConfidence">Their mean confidence, in [0, 1].</param>
/// <param name="Accuracy">Share of right ones, in [0, 1], with Wilson's interval.</param>
public sealed record ReliabilityBin(int Count, double MeanConfidence, Estimate Accuracy);
