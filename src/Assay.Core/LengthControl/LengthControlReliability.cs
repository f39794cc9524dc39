using Assay.Statistics.Estimation;

namespace Assay.Core.LengthControl;

/// <summary>Where the sandwich interval of a length-controlled win rate is known, from simulation, to fall short of its level.</summary>
internal static class LengthControlReliability
{
    /// <summary>Fewest expected wins, and losses, for which the interval was found to hold.</summary>
    private const double FewestExpectedWins = 10;

    /// <summary>A sentence for the result's notes, or null where the interval holds.</summary>
    public static string? Warning(LengthControlFit fit, Estimate winRate)
    {
        if (winRate.StandardError is null) return "The penalty removed every term, so the uncertainty of the length-controlled win rate is unknown; try --bootstrap 1000.";
        if (fit.Constant == 0) return "The penalty removed the model's quality term; the length-controlled interval may miss its level, and so may that of --bootstrap (docs/validity.md).";
        double rarer = Math.Min(fit.WinRate, 1 - fit.WinRate) * winRate.Count;
        return rarer < FewestExpectedWins
            ? "Fewer than 10 expected wins or losses; the length-controlled interval may be too narrow, also with --bootstrap (docs/validity.md)."
            : null;
    }
}
