using Assay.Core.Errors;
using Assay.Core.People;

namespace Assay.Storage.People;

/// <summary>
/// A judge's verdicts on PandaLM's test set: <c>idx</c> and <c>gpt_result</c> or <c>pandalm_result</c>, which is 1, 2, <c>Tie</c> or 0; whatever else was
/// kept there is an answer that could not be read.
/// </summary>
internal sealed class PandaJudgeLayout : VerdictLayout
{
    private const int Index = 0, Result = 1;
    private const string ResultSuffix = "_result";

    private readonly PandaIndex _index;
    private readonly int _annotator;

    /// <param name="file">The file's name, for errors.</param>
    /// <param name="fields">The fields of the file's first row.</param>
    /// <param name="annotator">The judge's number.</param>
    /// <param name="index">The pairs of the test set.</param>
    /// <exception cref="InputException">No test set was read.</exception>
    public PandaJudgeLayout(string file, IEnumerable<string> fields, int annotator, PandaIndex index)
    {
        if (index.IsEmpty)
        {
            throw new InputException($"{file} names its items by the idx of PandaLM's test set; name the test set, such as testset-v1.json, with --human.");
        }
        _index = index;
        _annotator = annotator;
        Fields = ["idx", fields.First(IsResult)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields { get; }

    /// <summary>Whether a file with these fields is of this kind.</summary>
    public static bool Fits(IReadOnlyList<string> fields) => fields.Contains("idx", StringComparer.Ordinal) && fields.Any(IsResult);

    /// <inheritdoc/>
    public override void Take(CellRow row, List<AnnotatorVerdict> verdicts)
    {
        int index = row.Whole(Index);
        if (!_index.TryFind(index, out (int Pair, bool IsSwapped) found)) throw row.Error(Index, $"is {index}, which the test set does not have; correct it.");
        if (row.Kind(Result) == CellKind.Missing) throw row.Error(Result, "is missing; write null where there is no verdict.");
        AnnotatorVerdict verdict = new()
        {
            Pair = found.Pair,
            Annotator = _annotator,
            Preference = PreferenceCell.TryRead(row, Result, out double preference) ? preference : double.NaN,
        };
        verdicts.Add(found.IsSwapped ? verdict.Swapped() : verdict);
    }

    private static bool IsResult(string field) => field.EndsWith(ResultSuffix, StringComparison.Ordinal);
}
