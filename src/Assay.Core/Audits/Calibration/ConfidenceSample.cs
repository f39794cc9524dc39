namespace Assay.Core.Audits.Calibration;

/// <summary>Answers with how sure the model was of them, and whether they are right.</summary>
public sealed record ConfidenceSample
{
    /// <param name="confidences">One for each answer, each in [0, 1].</param>
    /// <param name="isRight">As many: whether the answer is right.</param>
    /// <param name="leftOut">Rows that had no confidence, or did not say whether they are right; not negative.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a confidence is outside [0, 1].</exception>
    public ConfidenceSample(double[] confidences, bool[] isRight, int leftOut)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        ArgumentNullException.ThrowIfNull(isRight);
        ArgumentOutOfRangeException.ThrowIfNegative(leftOut);
        if (confidences.Length != isRight.Length) throw new ArgumentException("There must be as many outcomes as confidences.", nameof(isRight));
        if (!Array.TrueForAll(confidences, static confidence => confidence is >= 0 and <= 1))
            throw new ArgumentException("A confidence must lie in [0, 1].", nameof(confidences));
        (Confidences, IsRight, LeftOut) = (confidences, isRight, leftOut);
    }

    /// <summary>How sure the model was, in [0, 1].</summary>
    public double[] Confidences { get; }

    /// <summary>Whether it was right.</summary>
    public bool[] IsRight { get; }

    /// <summary>Rows that were left out.</summary>
    public int LeftOut { get; }

    /// <summary>Answers.</summary>
    public int Count => Confidences.Length;
}
