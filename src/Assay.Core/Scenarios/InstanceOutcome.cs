namespace Assay.Core.Scenarios;

/// <summary>How an instance ended for one model. Every one ends in exactly one.</summary>
public enum InstanceOutcome
{
    /// <summary>There is an answer, and it has scores.</summary>
    Scored,

    /// <summary>The model answered, and the scenario's rule finds no answer in it. Where right and wrong is measured, it is wrong.</summary>
    Unread,

    /// <summary>The model refused, or a content filter withheld its answer. Where right and wrong is measured, it is wrong.</summary>
    Refused,

    /// <summary>The model gave no answer, also after trying again; it is in no figure, and the same command asks again.</summary>
    Failed,

    /// <summary>It was not asked: the recorded file has no completion for it. It is in no figure.</summary>
    Skipped,
}
