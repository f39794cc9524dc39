namespace Assay.Statistics.Agreement;

/// <summary>What differences between ratings mean.</summary>
public enum MeasurementLevel
{
    /// <summary>Ratings are equal or not.</summary>
    Nominal,

    /// <summary>Ratings have an order; a difference counts by how many ratings lie between.</summary>
    Ordinal,

    /// <summary>Ratings are numbers; a difference counts by its square.</summary>
    Interval,
}
