using System.Runtime.Intrinsics;

namespace Assay.Statistics.Regression;

/// <summary>
/// The rows of a logistic regression with targets in [0, 1] and weights, kept by column and by fold: the rows of a fold lie together, and every
/// fold is padded with rows of weight zero to a whole number of vectors, so that leaving a fold out skips a range and no loop has a remainder.
/// </summary>
/// <remarks>Rows are addressed by their position in the arrays the data was made from. Not safe for concurrent writing.</remarks>
public sealed class LogisticData
{
    private readonly double[][] _columns;
    private readonly double[] _targets;
    private readonly double[] _weights;
    private readonly int[] _slotOfRow;
    private readonly int[] _foldStart;
    private readonly int[] _foldRows;
    private readonly int[] _foldOfRow;

    /// <param name="columnCount">Number of coefficients; there is no intercept but a column of ones.</param>
    /// <param name="folds">Fold of each row, from 0 to <paramref name="foldCount"/> - 1.</param>
    /// <param name="foldCount">Number of folds, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No columns, no folds, or a row's fold outside the range.</exception>
    public LogisticData(int columnCount, ReadOnlySpan<int> folds, int foldCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columnCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(foldCount, 1);
        _foldRows = new int[foldCount];
        _foldOfRow = folds.ToArray();
        foreach (int fold in folds)
        {
            if ((uint)fold >= (uint)foldCount) throw new ArgumentOutOfRangeException(nameof(folds), fold, "A row's fold is outside the range.");
            _foldRows[fold]++;
        }

        _foldStart = new int[foldCount + 1];
        for (int fold = 0; fold < foldCount; fold++)
        {
            int vectors = (_foldRows[fold] + Vector512<double>.Count - 1) / Vector512<double>.Count;
            _foldStart[fold + 1] = _foldStart[fold] + vectors * Vector512<double>.Count;
        }

        _slotOfRow = new int[folds.Length];
        int[] next = _foldStart[..foldCount];
        for (int row = 0; row < folds.Length; row++) _slotOfRow[row] = next[folds[row]]++;

        int slots = _foldStart[foldCount];
        _columns = new double[columnCount][];
        for (int column = 0; column < columnCount; column++) _columns[column] = new double[slots];
        _targets = new double[slots];
        _weights = new double[slots];
    }

    private LogisticData(LogisticData other)
    {
        _columns = [.. other._columns.Select(column => (double[])column.Clone())];
        _targets = (double[])other._targets.Clone();
        _weights = (double[])other._weights.Clone();
        (_slotOfRow, _foldStart, _foldRows, _foldOfRow) = (other._slotOfRow, other._foldStart, other._foldRows, other._foldOfRow);
    }

    /// <summary>Number of coefficients.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>Number of folds.</summary>
    public int FoldCount => _foldRows.Length;

    /// <summary>Number of rows.</summary>
    public int RowCount => _slotOfRow.Length;

    /// <summary>An independent copy, to be changed by a resampling loop.</summary>
    public LogisticData Copy() => new(this);

    /// <summary>Sets one cell.</summary>
    public void SetCell(int row, int column, double value) => _columns[column][_slotOfRow[row]] = value;

    /// <summary>Sets a row's target, in [0, 1].</summary>
    public void SetTarget(int row, double target) => _targets[_slotOfRow[row]] = target;

    /// <summary>Sets a row's weight, 0 or more.</summary>
    public void SetWeight(int row, double weight) => _weights[_slotOfRow[row]] = weight;

    /// <summary>Number of slots: the rows and the padding.</summary>
    internal int SlotCount => _targets.Length;

    /// <summary>The slot that holds a row.</summary>
    internal int SlotOf(int row) => _slotOfRow[row];

    /// <summary>The fold of a row.</summary>
    internal int FoldOf(int row) => _foldOfRow[row];

    /// <summary>Number of folds that have rows.</summary>
    internal int UsedFoldCount => _foldRows.Count(rows => rows > 0);

    /// <summary>The range of slots that a fold's rows fill, padding included.</summary>
    internal Range SlotRange(int fold) => _foldStart[fold].._foldStart[fold + 1];

    /// <summary>Number of rows in a fold.</summary>
    internal int RowsIn(int fold) => _foldRows[fold];

    /// <summary>The slots of a range of folds, from <paramref name="firstFold"/> up to but without <paramref name="endFold"/>.</summary>
    internal LogisticRows Slots(int firstFold, int endFold)
    {
        int start = _foldStart[firstFold];
        return new LogisticRows(_columns, _targets, _weights, start, _foldStart[endFold] - start);
    }
}
