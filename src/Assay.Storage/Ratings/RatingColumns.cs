namespace Assay.Storage.Ratings;

/// <summary>Where a file keeps what.</summary>
/// <param name="Scores">Columns of scores, one at least, each once.</param>
/// <param name="Group">The column of the groups.</param>
/// <param name="Cluster">The column of the clusters; null where there is none.</param>
/// <param name="Scale">Lowest and highest score there can be; null: any number.</param>
public sealed record RatingColumns(IReadOnlyList<string> Scores, string Group, string? Cluster, (double Lowest, double Highest)? Scale);
