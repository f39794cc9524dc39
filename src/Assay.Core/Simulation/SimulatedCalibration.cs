using Assay.Core.LengthControl;

namespace Assay.Core.Simulation;

/// <summary>The two calibration files of the published length control, for the instructions of a simulated world.</summary>
public static class SimulatedCalibration
{
    /// <summary>
    /// The baseline as if it had been told to be verbose and to be concise: its quality and slope are its own, 0, and only the lengths differ.
    /// </summary>
    public static IReadOnlyList<SimulatedModel> GamedBaselines { get; } =
    [
        new() { Name = SimulatedWorld.Baseline + "_verbose", Quality = 0, Verbosity = 0.5, LengthSpread = 0.4 },
        new() { Name = SimulatedWorld.Baseline + "_concise", Quality = 0, Verbosity = -0.8, LengthSpread = 0.4 },
    ];

    /// <summary>The regularisation rows: every instruction once for each of the <see cref="GamedBaselines"/>.</summary>
    /// <param name="world">The world.</param>
    /// <param name="number">The first gamed baseline's number in the world; the others follow. Numbers that no model has.</param>
    public static IReadOnlyList<GamedBaselineRow> GamedRows(SimulatedWorld world, int number)
    {
        ArgumentNullException.ThrowIfNull(world);
        List<GamedBaselineRow> rows = new(GamedBaselines.Count * world.Instructions.Count);
        for (int k = 0; k < GamedBaselines.Count; k++)
        {
            SimulatedVerdicts verdicts = world.Verdicts(GamedBaselines[k], number + k);
            double[] differences = world.StandardisedLengthDifferences(GamedBaselines[k], verdicts.LengthsInCodePoints);
            for (int i = 0; i < differences.Length; i++)
            {
                rows.Add(new GamedBaselineRow(i, differences[i], world.Instructions.Difficulties[i], verdicts.Preferences[i]));
            }
        }
        return rows;
    }

    /// <summary>The difficulties the world was made with, in the order of the instructions.</summary>
    /// <param name="world">The world.</param>
    public static InstructionDifficulties Difficulties(SimulatedWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        double[] difficulties = world.Instructions.Difficulties.ToArray();
        return new InstructionDifficulties([.. difficulties.Select((difficulty, i) => (SimulatedInstructions.Text(i), difficulty))]);
    }
}
