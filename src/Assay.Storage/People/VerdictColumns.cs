using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.People;

/// <summary>
/// Where a file with columns of its own keeps a verdict: <c>--columns item=article_id,annotator=evaluator_id,preference=overall,generator_1:writer</c>,
/// and which words stand for which verdict: <c>--values 1=writer,2=model,tie=equal</c>. <c>NAME=COLUMN</c> takes a column, <c>NAME:TEXT</c> the same text for
/// every row. A column not named keeps AlpacaEval's name.
/// </summary>
public sealed class VerdictColumns
{
    private static readonly (string Name, VerdictColumn Column)[] Roles =
    [
        ("instruction", VerdictColumn.Instruction), ("item", VerdictColumn.Item), ("output_1", VerdictColumn.Output1), ("output_2", VerdictColumn.Output2),
        ("generator_1", VerdictColumn.Generator1), ("generator_2", VerdictColumn.Generator2), ("annotator", VerdictColumn.Annotator),
        ("preference", VerdictColumn.Preference), ("dataset", VerdictColumn.Dataset),
    ];

    private readonly string[] _columns = [.. Roles.Select(static role => role.Name)];
    private readonly string?[] _constants = new string?[Roles.Length];
    private readonly bool[] _named = new bool[Roles.Length];

    private VerdictColumns(bool isGiven, VerdictValues? values) => (IsGiven, Values) = (isGiven, values);

    /// <summary>AlpacaEval's names, and its numbers as verdicts.</summary>
    public static VerdictColumns Usual { get; } = new(isGiven: false, values: null);

    /// <summary>Whether columns or values were named, so that a file's layout need not be found out.</summary>
    public bool IsGiven { get; }

    /// <summary>Which words stand for which verdict; null for AlpacaEval's numbers.</summary>
    public VerdictValues? Values { get; }

    /// <summary>What the columns are called on the command line.</summary>
    public static IEnumerable<string> Names => Roles.Select(static role => role.Name);

    /// <summary>Reads what somebody wrote; both null gives <see cref="Usual"/>.</summary>
    /// <exception cref="InputException">It is not of that form, or names what there is not.</exception>
    public static VerdictColumns Parse(string? columns, string? values)
    {
        if (columns is null && values is null) return Usual;
        VerdictColumns parsed = new(isGiven: true, values is null ? null : VerdictValues.Parse(values));
        foreach (string part in (columns ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) parsed.Add(part);
        return parsed;
    }

    /// <summary>The column of the file that holds this.</summary>
    public string NameOf(VerdictColumn column) => _columns[(int)column];

    /// <summary>The text that every row has; null where it is in a column.</summary>
    public string? ConstantOf(VerdictColumn column) => _constants[(int)column];

    /// <summary>Whether somebody named the column or gave its text.</summary>
    public bool IsNamed(VerdictColumn column) => _named[(int)column];

    private void Add(string part)
    {
        int end = part.AsSpan().IndexOfAny('=', ':');
        if (end <= 0 || end == part.Length - 1)
        {
            throw new InputException($"--columns has \"{InputErrors.Quote(part)}\", which is neither NAME=COLUMN nor NAME:TEXT; write such as item=article_id.");
        }
        string name = part[..end];
        int role = Array.FindIndex(Roles, candidate => candidate.Name == name);
        if (role < 0)
        {
            string hint = NearestName.Hint(name, Names);
            throw new InputException($"--columns names \"{InputErrors.Quote(name)}\"{(hint.Length > 0 ? hint : $"; the names are {string.Join(", ", Names)}.")}");
        }
        if (_named[role]) throw new InputException($"--columns names {name} twice; remove one.");
        _named[role] = true;
        string text = part[(end + 1)..];
        if (part[end] == ':') _constants[role] = text;
        else _columns[role] = text;
    }
}
