using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;

namespace Assay.Studies.Calibration;

/// <summary>Forecasts whose chances of coming true are known: the sigmoid of the forecast's log-odds over a temperature.</summary>
/// <param name="Name">What the forecasts are like.</param>
/// <param name="Draw">One forecast, strictly between 0 and 1.</param>
/// <param name="Temperature">1 for perfect forecasts; above it they are too sure.</param>
internal sealed record ForecastWorld(string Name, Func<RandomStream, double> Draw, double Temperature)
{
    private static readonly double[] Words = [0.1, 0.3, 0.5, 0.7, 0.9, 0.95];

    /// <summary>Forecasts of each kind at a temperature: spread evenly, mostly sure, and of six values only.</summary>
    public static IEnumerable<ForecastWorld> At(double temperature) =>
    [
        new("even", static random => 0.001 + 0.998 * random.NextDouble(), temperature),
        new("sure", static random => Math.Clamp(random.NextBeta(6, 1), 0.001, 0.999), temperature),
        new("six values", static random => Words[random.NextInt(Words.Length)], temperature),
    ];

    /// <summary>The chance that a forecast comes true.</summary>
    public double Chance(double forecast) => Logit.Probability(Math.Log(forecast / (1 - forecast)) / Temperature);

    /// <summary>Forecasts with what came true.</summary>
    public (double[] Forecasts, bool[] Outcomes) Sample(int items, RandomStream random)
    {
        double[] forecasts = new double[items];
        bool[] outcomes = new bool[items];
        for (int i = 0; i < items; i++)
        {
            forecasts[i] = Draw(random);
            outcomes[i] = random.NextDouble() < Chance(forecasts[i]);
        }
        return (forecasts, outcomes);
    }
}
