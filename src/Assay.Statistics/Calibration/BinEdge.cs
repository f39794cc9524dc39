namespace Assay.Statistics.Calibration;

/// <summary>Which bin a probability on the border of two belongs to.</summary>
public enum BinEdge
{
    /// <summary>The lower one: (a, b], with 0 in the first (Guo and others 2017).</summary>
    RightClosed,

    /// <summary>The upper one: [a, b), with 1 in the last.</summary>
    LeftClosed,
}
