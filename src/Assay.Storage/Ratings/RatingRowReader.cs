using System.Globalization;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Ratings;
using Assay.Storage.Files;
using Assay.Storage.People;

namespace Assay.Storage.Ratings;

/// <summary>Makes a rating of the cells of a row, whatever kind of file it came from.</summary>
internal sealed class RatingRowReader
{
    private readonly string _path;
    private readonly RatingColumns _columns;

    public RatingRowReader(string path, RatingColumns columns)
    {
        _path = path;
        _columns = columns;
        Fields = columns.Cluster is null ? [.. columns.Scores, columns.Group] : [.. columns.Scores, columns.Group, columns.Cluster];
        Cells = new CellRow(path, Fields);
    }

    /// <summary>The columns to read: the scores, then the group, then the cluster where there is one.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The cells of the row, by the number of the field.</summary>
    public CellRow Cells { get; }

    /// <summary>Passes if a file with these columns has all that are asked for.</summary>
    /// <exception cref="InputException">It lacks one.</exception>
    public void CheckColumns(IReadOnlyList<string> present)
    {
        foreach (string field in Fields)
        {
            if (present.Contains(field, StringComparer.Ordinal)) continue;
            string hint = NearestName.Hint(field, present);
            throw new InputException(
                $"{_path} has no column \"{InputErrors.Quote(field)}\"{(hint.Length > 0 ? hint : $"; it has {string.Join(", ", present.Take(20).Select(InputErrors.Quote))}.")}");
        }
    }

    /// <summary>The rating in the cells.</summary>
    /// <exception cref="InputException">A score is no number or outside its scale, or group or cluster is missing.</exception>
    public RatingRow Take()
    {
        double[] values = new double[_columns.Scores.Count];
        for (int i = 0; i < values.Length; i++) values[i] = Score(i);
        return new RatingRow(Name(values.Length, "group"), _columns.Cluster is null ? null : Name(values.Length + 1, "cluster"), values);
    }

    private double Score(int field)
    {
        if (Cells.Kind(field) is CellKind.Null or CellKind.Missing) return double.NaN;
        if (!Cells.TryNumber(field, out double score)) throw Cells.Error(
            field, $"is {Cells.Describe(field)}; a score must be a number, or empty where there is none.");
        if (_columns.Scale is not (double lowest, double highest) || (score >= lowest && score <= highest)) return score;
        throw Cells.Error(field, string.Create(
            CultureInfo.InvariantCulture, $"is {score}, outside the scale {lowest}:{highest}; correct the score or --scale."));
    }

    private string Name(int field, string what)
    {
        if (Cells.Has(field)) return Encoding.UTF8.GetString(Cells.Utf8(field));
        throw Cells.Error(field, $"is {Cells.Describe(field)}; every rating needs its {what}.");
    }
}
