namespace Assay.Core.JudgeEvaluations;

/// <summary>Two annotators on the pairs both judged; a judge's repeats count as one verdict, their mode, a tie where there are several.</summary>
/// <param name="First">One of the two.</param>
/// <param name="Second">The other.</param>
/// <param name="Pairs">Pairs with a verdict of both.</param>
/// <param name="Agreement">Share of equal sides, in [0, 1].</param>
/// <param name="Kappa">Cohen's kappa.</param>
/// <param name="LinearKappa">Cohen's kappa with linear weights: a tie lies between the two outputs.</param>
public sealed record RaterPair(string First, string Second, int Pairs, Figure Agreement, Figure Kappa, Figure LinearKappa);
