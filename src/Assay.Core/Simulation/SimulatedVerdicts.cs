using Assay.Core.LengthControl;
using Assay.Core.Preferences;

namespace Assay.Core.Simulation;

/// <summary>One model's outputs in a simulated world, and what the judge said of each.</summary>
public sealed class SimulatedVerdicts
{
    private readonly SimulatedInstructions _instructions;
    private readonly int[] _lengths;
    private readonly double[] _preferences;

    internal SimulatedVerdicts(SimulatedModel model, SimulatedInstructions instructions, int[] lengths, double[] preferences)
    {
        (Model, _instructions, _lengths, _preferences) = (model, instructions, lengths, preferences);
    }

    /// <summary>The model.</summary>
    public SimulatedModel Model { get; }

    /// <summary>Length of the model's output to each instruction, in code points, at least 1.</summary>
    public ReadOnlySpan<int> LengthsInCodePoints => _lengths;

    /// <summary>Preference for the model's output to each instruction, in [0, 1].</summary>
    public ReadOnlySpan<double> Preferences => _preferences;

    /// <summary>The verdicts as items of a <see cref="PreferenceSet"/> whose instructions are the world's, without data sets.</summary>
    public ItemPreference[] ToItems()
    {
        ItemPreference[] items = new ItemPreference[_lengths.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = new ItemPreference(i, -1, _preferences[i], _instructions.BaselineLengthsInCodePoints[i], _lengths[i], (ulong)i + 1);
        }
        return items;
    }

    /// <summary>The verdicts as rows of length control with the difficulties the world was made with.</summary>
    public LengthControlRow[] ToLengthControlRows()
    {
        LengthControlRow[] rows = new LengthControlRow[_lengths.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            double difference = _instructions.BaselineLengthsInCodePoints[i] - _lengths[i];
            rows[i] = new LengthControlRow(difference, _instructions.Difficulties[i], _preferences[i], i);
        }
        return rows;
    }
}
