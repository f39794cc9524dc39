using System.Globalization;
using Assay.Core.Audits.Overlap;

namespace Assay.Reporting.Formatting;

/// <summary>Outcomes and places of an audit for overlap, in words.</summary>
internal static class OverlapWords
{
    /// <summary>An outcome, for programs.</summary>
    public static string Name(OverlapOutcome outcome) => outcome switch
    {
        OverlapOutcome.Exact => "exact",
        OverlapOutcome.Near => "near",
        OverlapOutcome.Partial => "partial",
        OverlapOutcome.NotFound => "not_found",
        OverlapOutcome.TooShort => "too_short",
        OverlapOutcome.Empty => "empty",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No outcome."),
    };

    /// <summary>An outcome, for people.</summary>
    public static string Said(OverlapOutcome outcome) => Name(outcome).Replace('_', ' ');

    /// <summary>The first place of what decided the outcome; null where nothing was found.</summary>
    public static OverlapPlace? First(OverlapItem item) => item.Exact.Concat(item.Near).Concat(item.Partial).FirstOrDefault();

    /// <summary>A place, for people: the file, and its row or byte.</summary>
    public static string Said(OverlapPlace? place) => place switch
    {
        null => Figures.Unknown,
        { Row: { } row } => string.Create(CultureInfo.InvariantCulture, $"{DisplayText.Clean(place.File)}, row {row}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{DisplayText.Clean(place.File)}, byte {place.Offset}"),
    };
}
