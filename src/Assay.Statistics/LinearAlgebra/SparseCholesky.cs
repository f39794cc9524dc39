namespace Assay.Statistics.LinearAlgebra;

/// <summary>
/// A sparse symmetric positive definite matrix, filled, then factorised in place as L D L' (Davis, "Direct methods for sparse linear systems", 2006,
/// chapter 4: left-looking). One instance is for one thread and can be filled again.
/// </summary>
internal sealed class SparseCholesky(SparsePattern pattern)
{
    private readonly double[] _diagonal = new double[pattern.Size];
    private readonly double[] _lower = new double[pattern.Row.Length];
    private readonly double[] _work = new double[pattern.Size];

    /// <summary>Sets every entry to 0.</summary>
    public void Clear()
    {
        Array.Clear(_diagonal);
        Array.Clear(_lower);
    }

    /// <summary>Adds to the diagonal entry of an original row.</summary>
    public void AddDiagonal(int row, double value) => _diagonal[pattern.Position[row]] += value;

    /// <summary>Adds to the entry, and its mirror image, at a slot of <see cref="SparsePattern.Slot"/>.</summary>
    public void AddOffDiagonal(int slot, double value) => _lower[slot] += value;

    /// <summary>Replaces the matrix by its factor.</summary>
    /// <returns>False if the matrix is not positive definite to working precision; the contents are then of no use.</returns>
    public bool TryFactorise()
    {
        for (int column = 0; column < pattern.Size; column++)
        {
            for (int index = pattern.RowStart[column]; index < pattern.RowStart[column + 1]; index++)
            {
                int slot = pattern.SlotOfRow[index], earlier = pattern.ColumnOfRow[index];
                double scaled = _lower[slot] * _diagonal[earlier];
                _diagonal[column] -= scaled * _lower[slot];
                for (int below = slot + 1; below < pattern.ColumnStart[earlier + 1]; below++) _work[pattern.Row[below]] += _lower[below] * scaled;
            }
            double pivot = _diagonal[column];
            bool positive = pivot > 0 && double.IsFinite(pivot);
            for (int slot = pattern.ColumnStart[column]; slot < pattern.ColumnStart[column + 1]; slot++)
            {
                int row = pattern.Row[slot];
                _lower[slot] = (_lower[slot] - _work[row]) / pivot;
                _work[row] = 0;
            }
            if (!positive) return false;
        }
        return true;
    }

    /// <summary>Solves A x = <paramref name="right"/>, both by original row.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = new double[pattern.Size];
        for (int i = 0; i < x.Length; i++) x[pattern.Position[i]] = right[i];
        for (int column = 0; column < x.Length; column++)
        {
            for (int slot = pattern.ColumnStart[column]; slot < pattern.ColumnStart[column + 1]; slot++) x[pattern.Row[slot]] -= _lower[slot] * x[column];
        }
        for (int column = x.Length - 1; column >= 0; column--)
        {
            x[column] /= _diagonal[column];
            for (int slot = pattern.ColumnStart[column]; slot < pattern.ColumnStart[column + 1]; slot++) x[column] -= _lower[slot] * x[pattern.Row[slot]];
        }
        return ByOriginalRow(x);
    }

    /// <summary>
    /// The diagonal of the inverse, by original row, from those of its entries that lie where L has some (Takahashi, Fagan and Chin, 1973): as cheap as
    /// the factor itself, where the whole inverse would be dense.
    /// </summary>
    public double[] InverseDiagonal()
    {
        double[] diagonal = new double[pattern.Size];
        double[] below = new double[_lower.Length];
        double[] factor = new double[pattern.Size];
        double[] sums = new double[pattern.Size];
        for (int column = pattern.Size - 1; column >= 0; column--)
        {
            int start = pattern.ColumnStart[column], end = pattern.ColumnStart[column + 1];
            for (int slot = start; slot < end; slot++) factor[pattern.Row[slot]] = _lower[slot];
            for (int slot = start; slot < end; slot++)
            {
                int row = pattern.Row[slot];
                double sum = factor[row] * diagonal[row];
                for (int inner = pattern.ColumnStart[row]; inner < pattern.ColumnStart[row + 1]; inner++)
                {
                    int other = pattern.Row[inner];
                    sum += factor[other] * below[inner];
                    sums[other] += factor[row] * below[inner];
                }
                sums[row] += sum;
            }
            diagonal[column] = 1 / _diagonal[column];
            for (int slot = start; slot < end; slot++)
            {
                below[slot] = -sums[pattern.Row[slot]];
                diagonal[column] -= _lower[slot] * below[slot];
                factor[pattern.Row[slot]] = 0;
            }
            Array.Clear(sums);
        }
        return ByOriginalRow(diagonal);
    }

    private double[] ByOriginalRow(double[] values)
    {
        double[] original = new double[values.Length];
        for (int i = 0; i < values.Length; i++) original[i] = values[pattern.Position[i]];
        return original;
    }
}
