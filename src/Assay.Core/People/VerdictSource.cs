namespace Assay.Core.People;

/// <summary>Whose verdicts a file holds.</summary>
public enum VerdictSource
{
    /// <summary>People's: every row must name its annotator, and a person has one verdict on a pair.</summary>
    People,

    /// <summary>A judge's: without a name it is called by its file's, and several verdicts on a pair are repeats.</summary>
    Judge,
}
