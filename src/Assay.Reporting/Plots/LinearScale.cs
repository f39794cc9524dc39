namespace Assay.Reporting.Plots;

/// <summary>Carries numbers from a domain to pixels along a straight axis.</summary>
/// <param name="Lower">The number at <paramref name="Start"/>; finite, below <paramref name="Upper"/>.</param>
/// <param name="Upper">The number at <paramref name="End"/>; finite.</param>
/// <param name="Start">Pixel of <paramref name="Lower"/>.</param>
/// <param name="End">Pixel of <paramref name="Upper"/>.</param>
internal sealed record LinearScale(double Lower, double Upper, double Start, double End)
{
    /// <summary>The pixel of a number; numbers outside the domain lie outside the axis.</summary>
    public double Pixel(double value) => Start + ((value - Lower) / (Upper - Lower) * (End - Start));

    /// <summary>The nearest number inside the domain.</summary>
    public double Clip(double value) => Math.Clamp(value, Lower, Upper);
}
