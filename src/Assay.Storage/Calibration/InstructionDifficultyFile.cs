using Assay.Core.Errors;
using Assay.Core.LengthControl;
using Assay.Storage.Files;

namespace Assay.Storage.Calibration;

/// <summary>
/// Reads the difficulty of instructions from a CSV file, plain or gzip, with the columns <c>instruction</c> and <c>instruction_difficulty</c>.
/// </summary>
public static class InstructionDifficultyFile
{
    /// <summary>The difficulties, in logits, in the file's order; other columns are ignored.</summary>
    /// <exception cref="InputException">The file cannot be read, lacks a column or rows, or has a difficulty that is not a finite number.</exception>
    public static InstructionDifficulties Read(string path) => CsvTable.Read(path, table =>
    {
        int instruction = table.Column("instruction");
        int difficulty = table.Column("instruction_difficulty");
        List<(string, double)> rows = [];
        while (table.Next()) rows.Add((table.Text(instruction), table.Number(difficulty)));
        if (rows.Count == 0) throw new InputException($"{path} has a header and no rows; it must give every instruction's difficulty.");
        return new InstructionDifficulties(rows);
    });
}
