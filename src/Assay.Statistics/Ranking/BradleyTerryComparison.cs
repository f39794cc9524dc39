namespace Assay.Statistics.Ranking;

/// <summary>One judged pair.</summary>
/// <param name="First">Index of a competitor, from 0.</param>
/// <param name="Second">Index of another competitor.</param>
/// <param name="FirstPreferred">Probability that the first is preferred, in [0, 1]: 1 for a win, 0 for a loss, one half for a tie.</param>
/// <param name="Group">Index, from 0, of what is resampled together: the instruction.</param>
/// <param name="Weight">How many comparisons this one counts for; finite, not negative.</param>
public readonly record struct BradleyTerryComparison(int First, int Second, double FirstPreferred, int Group = 0, double Weight = 1);
