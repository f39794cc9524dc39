using Assay.Core.Errors;

namespace Assay.Core.LengthControl;

/// <summary>
/// How hard each instruction is for the models compared with the baseline (in logits, higher is better for the model),
/// from the file that <c>--instruction-difficulty</c> names. An instruction's position in the file decides its fold in cross-validation.
/// </summary>
public sealed class InstructionDifficulties
{
    private readonly Dictionary<string, (int Position, double Difficulty)> _byInstruction;

    /// <param name="rows">Instruction texts and difficulties in the file's order; difficulties finite.</param>
    /// <exception cref="InputException">An instruction occurs twice with different difficulties.</exception>
    public InstructionDifficulties(IReadOnlyList<(string Instruction, double Difficulty)> rows)
    {
        _byInstruction = new(rows.Count, StringComparer.Ordinal);
        for (int position = 0; position < rows.Count; position++)
        {
            (string instruction, double difficulty) = rows[position];
            if (!_byInstruction.TryAdd(instruction, (position, difficulty)) && _byInstruction[instruction].Difficulty != difficulty)
            {
                throw new InputException($"The instruction difficulty file gives row {position + 1} another difficulty than an earlier row with the same instruction; keep one of them.");
            }
        }
    }

    /// <summary>Number of distinct instructions.</summary>
    public int Count => _byInstruction.Count;

    /// <summary>Finds an instruction by its text, compared ordinally.</summary>
    /// <param name="instruction">The instruction's text.</param>
    /// <param name="position">Its position in the file, from 0.</param>
    /// <param name="difficulty">Its difficulty in logits.</param>
    /// <returns>False if the file lacks the instruction.</returns>
    public bool TryGet(string instruction, out int position, out double difficulty)
    {
        bool found = _byInstruction.TryGetValue(instruction, out (int Position, double Difficulty) entry);
        (position, difficulty) = entry;
        return found;
    }
}
