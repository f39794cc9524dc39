namespace Assay.Statistics.Regression;

/// <summary>Log-odds and probabilities.</summary>
public static class Logit
{
    /// <summary>The probability whose log-odds are <paramref name="logit"/>: 1 / (1 + exp(-logit)), without overflow; NaN for NaN.</summary>
    public static double Probability(double logit)
    {
        double tail = Math.Exp(-Math.Abs(logit));
        return logit >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
    }
}
