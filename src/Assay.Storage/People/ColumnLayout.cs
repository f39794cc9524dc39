using Assay.Core.Errors;
using Assay.Core.Instructions;
using Assay.Core.People;

namespace Assay.Storage.People;

/// <summary>A row is one annotator's verdict on one pair: AlpacaEval's cross-annotations, and any file whose columns were named.</summary>
internal sealed class ColumnLayout : VerdictLayout
{
    private const string Order = "order";
    private const string Verdicts = "verdicts";
    private const string Price = "price_per_example";
    private const string Seconds = "time_per_example";

    private readonly VerdictColumns _columns;
    private readonly VerdictSource _source;
    private readonly VerdictVocabulary _vocabulary;
    private readonly PairCells _pairs;
    private readonly string _fileName;
    private readonly int _order, _verdicts, _price, _seconds;
    private bool _hasZero, _hasOne, _hasOther;

    /// <param name="columns">Where what is.</param>
    /// <param name="source">Whose verdicts these are.</param>
    /// <param name="vocabulary">Where texts get their numbers.</param>
    /// <param name="fileName">What a judge without a name is called.</param>
    public ColumnLayout(VerdictColumns columns, VerdictSource source, VerdictVocabulary vocabulary, string fileName)
    {
        _columns = columns;
        _source = source;
        _vocabulary = vocabulary;
        _pairs = new PairCells(vocabulary);
        _fileName = fileName;
        string[] named = [.. Enum.GetValues<VerdictColumn>().Select(columns.NameOf)];
        Fields = [.. named, Order, Verdicts, Price, Seconds];
        (_order, _verdicts, _price, _seconds) = (named.Length, named.Length + 1, named.Length + 2, named.Length + 3);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields { get; }

    /// <inheritdoc/>
    public override void Take(CellRow row, List<AnnotatorVerdict> verdicts)
    {
        (int pair, bool isSwapped) = Pair(row);
        Observe(row);
        (bool? flips, double? firstPlace) = row.Kind(_verdicts) == CellKind.Nested ? OrderCells.Read(row.Utf8(_verdicts)) : (null, null);
        AnnotatorVerdict verdict = new()
        {
            Pair = pair,
            Annotator = Annotator(row),
            Preference = PreferenceCell.Read(row, (int)VerdictColumn.Preference, _columns.Values),
            Order = OrderCells.Shown(row, _order),
            Flips = flips,
            FirstPlace = firstPlace,
            Price = Amount(row, _price),
            Seconds = Amount(row, _seconds),
        };
        verdicts.Add(isSwapped ? verdict.Swapped() : verdict);
    }

    /// <inheritdoc/>
    public override void CheckWhole(string path)
    {
        if (_source != VerdictSource.People || _columns.Values is not null || !_hasZero || !_hasOne || _hasOther) return;
        throw new InputException(
            $"{path} has no other preferences than 0 and 1, which would be ties and output_1; say with --values what they mean: "
            + "--values 1=0,2=1 where 1 is output_2, --values 1=1,2=0 where it is output_1, --values 1=1,tie=0 where 0 is a tie.");
    }

    private void Observe(CellRow row)
    {
        if (!row.Has((int)VerdictColumn.Preference)) return;
        bool isNumber = row.TryNumber((int)VerdictColumn.Preference, out double number);
        if (isNumber && number == 0) _hasZero = true;
        else if (isNumber && number == 1) _hasOne = true;
        else _hasOther = true;
    }

    private (int Pair, bool IsSwapped) Pair(CellRow row)
    {
        JudgedPair pair = new()
        {
            Instruction = Instruction(row),
            Dataset = Name(row, VerdictColumn.Dataset, _vocabulary.Datasets),
            Generator1 = Name(row, VerdictColumn.Generator1, _vocabulary.Generators),
            Generator2 = Name(row, VerdictColumn.Generator2, _vocabulary.Generators),
        };
        const int output1 = (int)VerdictColumn.Output1, output2 = (int)VerdictColumn.Output2;
        // An empty output is one; null is too, since CSV cannot tell them apart.
        bool has1 = row.Has(output1) || row.Kind(output1) == CellKind.Null, has2 = row.Has(output2) || row.Kind(output2) == CellKind.Null;
        if (has1 && has2) return _pairs.Add(pair, row.Utf8(output1), row.Utf8(output2));
        int lacking = has1 ? output2 : output1;
        if (has1 || has2 || row.Kind(lacking) != CellKind.Missing || !row.Has((int)VerdictColumn.Item))
        {
            throw row.Error(
                lacking, $"is {row.Describe(lacking)}; every row needs both outputs, as texts, or --columns item=COLUMN to name the pair without them.");
        }
        return _pairs.Add(pair);
    }

    private int Instruction(CellRow row)
    {
        if (row.Has((int)VerdictColumn.Item)) return _pairs.Number(_vocabulary.Instructions, row.Utf8((int)VerdictColumn.Item));
        VerdictColumn needed = _columns.IsNamed(VerdictColumn.Item) ? VerdictColumn.Item : VerdictColumn.Instruction;
        if (row.Has((int)needed)) return _pairs.Number(_vocabulary.Instructions, row.Utf8((int)needed));
        throw row.Error((int)needed, $"is {row.Describe((int)needed)}; every row needs its instruction, or what names the item: --columns item=COLUMN.");
    }

    private int Annotator(CellRow row)
    {
        int annotator = Name(row, VerdictColumn.Annotator, _vocabulary.Annotators);
        if (annotator >= 0) return annotator;
        if (_source == VerdictSource.Judge) return _vocabulary.Annotators.GetOrAdd(_fileName);
        throw row.Error(
            (int)VerdictColumn.Annotator,
            $"is {row.Describe((int)VerdictColumn.Annotator)}; every judgement needs its person: name the column with --columns annotator=COLUMN.");
    }

    private int Name(CellRow row, VerdictColumn column, InternTable table)
    {
        if (_columns.ConstantOf(column) is string constant) return table.GetOrAdd(constant);
        if (row.Kind((int)column) == CellKind.Nested) throw row.Error((int)column, "is an object or array; it must be a text.");
        return row.Has((int)column) ? _pairs.NumberOrNone(table, row.Utf8((int)column)) : -1;
    }

    private static double Amount(CellRow row, int field) => row.TryNumber(field, out double amount) && amount >= 0 ? amount : double.NaN;

    /// <summary>Whether a file with these fields is of AlpacaEval's annotations.</summary>
    public static bool IsUsual(IReadOnlyList<string> fields) =>
        fields.Contains("preference", StringComparer.Ordinal)
        && (fields.Contains("instruction", StringComparer.Ordinal) || fields.Contains("item", StringComparer.Ordinal));

    /// <summary>The first column that somebody named and a file with these fields does not have; null if there is none.</summary>
    public static string? Missing(IReadOnlyList<string> fields, VerdictColumns columns) => Enum.GetValues<VerdictColumn>()
        .Where(column => columns.IsNamed(column) && columns.ConstantOf(column) is null)
        .Select(columns.NameOf)
        .FirstOrDefault(name => !fields.Contains(name, StringComparer.Ordinal));
}
