using Assay.Core.Judging;
using Assay.Core.Texts;

namespace Assay.Core.Preferences;

/// <summary>What one judge said about one model's output to one instruction, against one baseline.</summary>
/// <param name="Instruction">Index into <see cref="PreferenceSet.Instructions"/>.</param>
/// <param name="Dataset">Index into <see cref="PreferenceSet.Datasets"/>, or -1 where none is named.</param>
/// <param name="Preference">Probability, in [0, 1], that the model's output is preferred to the baseline's; 0.5 is a tie; NaN where not judged.</param>
/// <param name="BaselineLength">Length of the baseline's output in Unicode code points (a mean where the item was judged several times).</param>
/// <param name="ModelLength">Length of the model's output in Unicode code points (a mean where the item was judged several times).</param>
/// <param name="OutputHash">A hash of the model's output; 0 where it is not known.</param>
/// <param name="OutputSketch">What the model's output is nearly the same as; none where it is not known.</param>
/// <param name="Notes">What the run that judged it noted.</param>
public readonly record struct ItemPreference(
    int Instruction, int Dataset, double Preference, double BaselineLength, double ModelLength, ulong OutputHash, TextSketch OutputSketch = default,
    ItemNotes Notes = default)
{
    /// <summary>True if the item has a verdict.</summary>
    public bool IsJudged => !double.IsNaN(Preference);

    /// <summary>Length of the baseline's output minus length of the model's output, in code points: the <c>d</c> of length control.</summary>
    public double LengthDifference => BaselineLength - ModelLength;
}
