using System.Globalization;

namespace Assay.Studies.Validity;

/// <summary>Where a measured rate must lie, in percent.</summary>
/// <param name="Lower">Lowest.</param>
/// <param name="Upper">Highest.</param>
internal sealed record RequiredBand(double Lower, double Upper)
{
    /// <summary>Coverage of 95 % intervals from AlpacaEval's number of instructions.</summary>
    public static RequiredBand LargeSample { get; } = new(93.5, 96.5);

    /// <summary>Coverage of 95 % intervals from 100 instructions.</summary>
    public static RequiredBand SmallSample { get; } = new(92, 97.5);

    /// <summary>Rejections of a true null by a test of level 5 %.</summary>
    public static RequiredBand Rejection { get; } = new(4.5, 5.5);

    /// <summary>The band for samples of this many instructions.</summary>
    public static RequiredBand Of(int sampleSize) => sampleSize > 100 ? LargeSample : SmallSample;

    /// <summary>True if a share is in the band.</summary>
    public bool Holds(double share) => 100 * share >= Lower && 100 * share <= Upper;

    /// <summary>The share in percent, in bold where it is outside the band.</summary>
    /// <param name="share">A share, in [0, 1].</param>
    /// <param name="digits">Digits after the point.</param>
    public string Mark(double share, int digits = 1)
    {
        string text = (100 * share).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Holds(share) ? text : $"**{text}**";
    }
}
