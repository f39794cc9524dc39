using Assay.Core.Judging;
using Assay.Core.Texts;

namespace Assay.Core.Preferences;

/// <summary>
/// One row of an annotation file, without its texts: two outputs to one instruction and a judge's verdict on them.
/// The numbers refer to an <see cref="AnnotationVocabulary"/>.
/// </summary>
public readonly record struct AnnotationRow
{
    /// <summary>The instruction's number.</summary>
    public required int Instruction { get; init; }

    /// <summary>The data set's number, or -1 where the row names none.</summary>
    public required int Dataset { get; init; }

    /// <summary>The number of the model that wrote output_1: the baseline, in AlpacaEval's files.</summary>
    public required int Generator1 { get; init; }

    /// <summary>The number of the model that wrote output_2: the model under evaluation, in AlpacaEval's files.</summary>
    public required int Generator2 { get; init; }

    /// <summary>The judge's number, or -1 where the row names none.</summary>
    public required int Annotator { get; init; }

    /// <summary>What the run that judged it noted; none where the file has no notes.</summary>
    public ItemNotes Notes { get; init; }

    /// <summary>Probability, in [0, 1], that output_2 is preferred; 0.5 is a tie; NaN where the row was not judged.</summary>
    public required double Preference { get; init; }

    /// <summary>Length of output_1 in Unicode code points.</summary>
    public required int Length1 { get; init; }

    /// <summary>Length of output_2 in Unicode code points.</summary>
    public required int Length2 { get; init; }

    /// <summary>A hash of output_2's text: equal texts in one file have equal hashes.</summary>
    public required ulong Output2Hash { get; init; }

    /// <summary>What output_2 is nearly the same as; none where it is not known.</summary>
    public TextSketch Output2Sketch { get; init; }
}
