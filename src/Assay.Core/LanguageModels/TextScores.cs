namespace Assay.Core.LanguageModels;

/// <summary>How probable a model finds the texts of several files.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Files">The files, in the order asked.</param>
public sealed record TextScores(string Model, IReadOnlyList<ScoredFile> Files)
{
    /// <summary>All texts taken as one.</summary>
    public TextLikelihood Total => Files.Aggregate(default(TextLikelihood), static (sum, file) => sum.Add(file.Likelihood));
}

/// <summary>One file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Likelihood">Of its texts.</param>
public sealed record ScoredFile(string Name, TextLikelihood Likelihood);
