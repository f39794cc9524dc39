using Assay.Statistics.Agreement;

namespace Assay.Core.JudgeEvaluations;

/// <summary>
/// A judge's sides against the side most people took. Where several sides were taken equally often the pair counts for each in equal parts: the
/// expectation over a random choice. Repeats of a judge on a pair share its one count.
/// </summary>
public sealed record ClassificationFigures
{
    /// <summary>Labels of the table's columns, and of its first rows: output_1, output_2, tie.</summary>
    public const int Labels = 3;

    /// <summary>The table's last row: no verdict, or one that could not be read.</summary>
    public const int Unparsed = 3;

    /// <summary>The judge's verdict (rows: output_1, output_2, tie, unparsed) by people's (columns: output_1, output_2, tie), in pairs.</summary>
    public required ClassificationTable Table { get; init; }

    /// <summary>Share of pairs on which the judge takes people's side, unparsed ones counting as wrong.</summary>
    public required Figure Accuracy { get; init; }

    /// <summary>The same over the verdicts that could be read.</summary>
    public required Figure ParsedAccuracy { get; init; }

    /// <summary>Mean over the three labels of right over predicted.</summary>
    public required Figure MacroPrecision { get; init; }

    /// <summary>Mean over the three labels of right over true; unparsed ones count as missed.</summary>
    public required Figure MacroRecall { get; init; }

    /// <summary>Mean over the three labels of the harmonic mean of precision and recall.</summary>
    public required Figure MacroF1 { get; init; }
}
