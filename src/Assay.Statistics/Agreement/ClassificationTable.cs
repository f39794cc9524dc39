namespace Assay.Statistics.Agreement;

/// <summary>
/// Predictions against the truth, in counts that need not be whole: rows are what was predicted, columns the truth. There may be more rows than columns;
/// the rows beyond are answers that are no label, such as one that could not be read: they are never right.
/// </summary>
public sealed class ClassificationTable
{
    private readonly double[] _cells;

    /// <param name="labels">Number of labels, at least 1.</param>
    /// <param name="otherRows">Number of rows that are no label.</param>
    public ClassificationTable(int labels, int otherRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(labels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(otherRows);
        (Labels, Rows) = (labels, labels + otherRows);
        _cells = new double[Rows * labels];
    }

    /// <summary>Number of labels, which is the number of columns.</summary>
    public int Labels { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>A cell.</summary>
    public double this[int predicted, int truth]
    {
        get => _cells[predicted * Labels + truth];
        set => _cells[predicted * Labels + truth] = value;
    }

    /// <summary>Sum of all cells.</summary>
    public double Total => _cells.Sum();

    /// <summary>Share of the table on its diagonal, answers that are no label counting as wrong; NaN for an empty table.</summary>
    public double Accuracy
    {
        get
        {
            double right = 0;
            for (int label = 0; label < Labels; label++) right += this[label, label];
            return Total > 0 ? right / Total : double.NaN;
        }
    }

    /// <summary>
    /// Mean over the labels that occur, predicted or true, of precision (right over predicted), recall (right over true) and F1 (their harmonic mean), each
    /// 0 where its denominator is, as scikit-learn has it; NaN for an empty table.
    /// </summary>
    public (double Precision, double Recall, double F1) Macro
    {
        get
        {
            (double precisions, double recalls, double harmonics) = (0, 0, 0);
            int occurring = 0;
            for (int label = 0; label < Labels; label++)
            {
                double predicted = 0, truth = 0, right = this[label, label];
                for (int other = 0; other < Labels; other++) predicted += this[label, other];
                for (int other = 0; other < Rows; other++) truth += this[other, label];
                if (predicted + truth <= 0) continue;
                occurring++;
                precisions += predicted > 0 ? right / predicted : 0;
                recalls += truth > 0 ? right / truth : 0;
                harmonics += 2 * right / (predicted + truth);
            }
            return occurring == 0 ? (double.NaN, double.NaN, double.NaN) : (precisions / occurring, recalls / occurring, harmonics / occurring);
        }
    }

    /// <summary>Adds another table of the same shape, times a factor.</summary>
    /// <exception cref="ArgumentException">Its shape is another.</exception>
    public void Add(ClassificationTable other, double factor)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Labels != Labels || other.Rows != Rows) throw new ArgumentException("Tables that are added have one shape.", nameof(other));
        for (int i = 0; i < _cells.Length; i++) _cells[i] += factor * other._cells[i];
    }
}
