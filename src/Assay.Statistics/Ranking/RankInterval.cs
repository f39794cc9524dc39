namespace Assay.Statistics.Ranking;

/// <summary>The ranks, from 1 (best), that the data do not exclude for one competitor. <see cref="Best"/> is at most <see cref="Worst"/>.</summary>
/// <param name="Best">Smallest (best) rank not excluded.</param>
/// <param name="Worst">Largest (worst) rank not excluded.</param>
public readonly record struct RankInterval(int Best, int Worst);
