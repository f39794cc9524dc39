using Assay.Core.Judging;
using Assay.Core.Outputs;

namespace Assay.Evaluation.Judging;

/// <summary>One side of a join: which instructions were seen (16 bytes each), and the rows that wait for their partner.</summary>
internal sealed class JoinSide(string name)
{
    private readonly HashSet<ItemId> _seen = [];
    private readonly Dictionary<string, (int Place, OutputRow Row)> _waiting = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>Rows read, repeated ones too.</summary>
    public int Rows { get; private set; }

    /// <summary>The generator of the first row.</summary>
    public string? Generator { get; private set; }

    /// <summary>Rows without a partner, in the order in which they were read.</summary>
    public IEnumerable<OutputRow> Waiting => _waiting.Values.OrderBy(static waiting => waiting.Place).Select(static waiting => waiting.Row);

    /// <summary>Counts a row; false where its instruction was seen before.</summary>
    public bool IsNew(OutputRow row)
    {
        Rows++;
        Generator ??= row.Generator;
        return _seen.Add(ItemId.Of(row.Instruction));
    }

    public void Hold(OutputRow row) => _waiting.Add(row.Instruction, (Rows, row));

    public OutputRow? Take(string instruction) => _waiting.Remove(instruction, out (int Place, OutputRow Row) found) ? found.Row : null;

    public SkippedItem Repeated(OutputRow row, string generator) =>
        new(generator, row.Instruction, row.Dataset, $"{Capital(name)} has more than one row with this instruction; the first one counts.");

    public SkippedItem Lacks(OutputRow other, string generator) =>
        new(generator, other.Instruction, other.Dataset, $"{Capital(name)} has no output to this instruction.");

    // A path stays as it is; only our own words ("the baseline's outputs") begin a sentence.
    private static string Capital(string name) => name.StartsWith("the ", StringComparison.Ordinal) ? $"T{name[1..]}" : name;
}
