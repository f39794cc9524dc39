namespace Assay.Core.LengthControl;

/// <summary>How a length-controlled win rate was computed.</summary>
public enum LengthControlMethod
{
    /// <summary>As published (Dubois et al. 2024, arXiv 2404.04475): given difficulties, regularised to the gamed baselines.</summary>
    AlpacaEval2,

    /// <summary>Ours: difficulties fitted to the other models of the same files.</summary>
    Fitted,

    /// <summary>Ours: length only, no difficulty term.</summary>
    Minimal,
}
