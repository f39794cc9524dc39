using Assay.Statistics.Estimation;

namespace Assay.Core.JudgeEvaluations;

/// <summary>An estimate, or the reason why there is none.</summary>
public sealed record Figure
{
    private Figure(Estimate? estimate, string? absent) => (Estimate, Absent) = (estimate, absent);

    /// <summary>The estimate; null where there is none.</summary>
    public Estimate? Estimate { get; }

    /// <summary>Why there is none, without a full stop; null where there is one.</summary>
    public string? Absent { get; }

    /// <summary>The estimate, or the reason where it is null.</summary>
    public static Figure Of(Estimate? estimate, string absent) => estimate is null ? Without(absent) : new Figure(estimate, null);

    /// <summary>No estimate, and the reason.</summary>
    public static Figure Without(string absent) => new(null, absent);
}
