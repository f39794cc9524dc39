using Assay.Core.Errors;
using Assay.Core.LengthControl;
using Assay.Storage.Files;

namespace Assay.Storage.Calibration;

/// <summary>
/// Reads the regularisation rows of the published length control from a CSV file, plain or gzip, with the columns <c>index</c>,
/// <c>generator</c>, <c>std_delta_len</c>, <c>instruction_difficulty</c> and <c>preference</c>.
/// </summary>
public static class GamedBaselineFile
{
    /// <summary>The rows in the file's order; other columns are ignored.</summary>
    /// <exception cref="InputException">
    /// The file cannot be read, lacks a column or rows, or has a cell that is not a finite number or a preference outside [0, 1].
    /// </exception>
    public static IReadOnlyList<GamedBaselineRow> Read(string path) => CsvTable.Read(path, table =>
    {
        int index = table.Column("index");
        // Not read, but a file without it is not the one that was meant.
        _ = table.Column("generator");
        int length = table.Column("std_delta_len");
        int difficulty = table.Column("instruction_difficulty");
        int preference = table.Column("preference");
        List<GamedBaselineRow> rows = [];
        while (table.Next())
        {
            rows.Add(new GamedBaselineRow(table.Index(index), table.Number(length), table.Number(difficulty), table.Proportion(preference)));
        }
        return rows.Count > 0 ? rows : throw new InputException($"{path} has a header and no rows; it must hold the gamed baselines.");
    });
}
