namespace Assay.Core.LengthControl;

/// <summary>The two files that the published length control needs; one without the other is no calibration.</summary>
/// <param name="Difficulties">Difficulty of each instruction.</param>
/// <param name="GamedBaselines">The regularisation rows.</param>
public sealed record LengthControlCalibration(InstructionDifficulties Difficulties, IReadOnlyList<GamedBaselineRow> GamedBaselines);
