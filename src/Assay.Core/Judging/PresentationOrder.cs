namespace Assay.Core.Judging;

/// <summary>The order in which a judge was shown a pair.</summary>
public enum PresentationOrder
{
    /// <summary>The baseline's output (output_1) first.</summary>
    BaselineFirst,

    /// <summary>The candidate's output (output_2) first.</summary>
    CandidateFirst,
}
