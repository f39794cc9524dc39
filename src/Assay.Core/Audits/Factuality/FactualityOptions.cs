namespace Assay.Core.Audits.Factuality;

/// <summary>What is guaranteed, and how it is checked.</summary>
public sealed record FactualityOptions
{
    /// <summary>Probability, strictly between 0 and 1, with which a filtered output may be incorrect.</summary>
    public required double Alpha { get; init; }

    /// <summary>The share of acceptable claims that makes an output correct (a), above 0 and at most 1. 1: every claim.</summary>
    public double AcceptableShare { get; init; } = 1;

    /// <summary>How coverage is checked.</summary>
    public FactualityCheck Check { get; init; }

    /// <summary>Share of the prompts that calibrate, strictly between 0 and 1; the others check. Used with <see cref="FactualityCheck.Split"/>.</summary>
    public double CalibrationShare { get; init; } = 0.5;

    /// <summary>Seed of the split.</summary>
    public ulong Seed { get; init; }

    /// <summary>Level of the intervals, strictly between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;
}

/// <summary>How the coverage of a threshold is checked.</summary>
public enum FactualityCheck
{
    /// <summary>Not at all: all prompts calibrate.</summary>
    None,

    /// <summary>Each prompt is filtered with the threshold of all others.</summary>
    LeaveOneOut,

    /// <summary>One random part calibrates, the rest is filtered.</summary>
    Split,
}
