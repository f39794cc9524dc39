namespace Assay.Core.Simulation;

/// <summary>Lengths of the baseline's outputs: log-normal, in Unicode code points.</summary>
/// <param name="MeanLog">Mean of the natural logarithm; finite.</param>
/// <param name="LogDeviation">Standard deviation of the natural logarithm; 0 or more.</param>
public sealed record BaselineLengths(double MeanLog, double LogDeviation)
{
    /// <summary>
    /// s of a model: the standard deviation of d, the baseline's length minus the model's, before lengths are rounded to whole code points.
    /// 0 for a model that writes exactly as long as the baseline.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <remarks>d = L (1 - R) with L the baseline's length and R the independent ratio, and the moments of L and R are those of log-normal variables.</remarks>
    public double DifferenceDeviation(SimulatedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        double length = Moment(MeanLog, LogDeviation, 1), lengthSquared = Moment(MeanLog, LogDeviation, 2);
        double ratio = Moment(model.Verbosity, model.LengthSpread, 1), ratioSquared = Moment(model.Verbosity, model.LengthSpread, 2);
        double mean = length * (1 - ratio), square = lengthSquared * (1 - 2 * ratio + ratioSquared);
        return Math.Sqrt(Math.Max(0, square - mean * mean));
    }

    private static double Moment(double meanLog, double logDeviation, int order) =>
        Math.Exp(order * meanLog + 0.5 * order * order * logDeviation * logDeviation);
}
