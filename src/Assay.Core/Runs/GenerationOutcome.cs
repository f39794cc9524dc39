namespace Assay.Core.Runs;

/// <summary>How asking a model for an output ended.</summary>
public enum GenerationOutcome
{
    /// <summary>There is an output.</summary>
    Answered,

    /// <summary>There is an output, cut at the most tokens allowed.</summary>
    Cut,

    /// <summary>The model refused in the endpoint's own terms, or a content filter withheld the output; what text there is, is kept.</summary>
    Refused,

    /// <summary>The model gave no answer, also after trying again.</summary>
    Failed,
}
