namespace Assay.Statistics.Regression;

/// <summary>Value, gradient and Hessian of a weighted logistic loss at one point.</summary>
internal sealed class Derivatives(int count)
{
    private readonly double[] _upper = new double[count * (count + 1) / 2];

    /// <summary>The loss, without any penalty.</summary>
    public double Loss { get; private set; }

    /// <summary>Its gradient.</summary>
    public double[] Gradient { get; } = new double[count];

    /// <summary>One cell of its symmetric Hessian.</summary>
    public double Hessian(int row, int column)
    {
        (int low, int high) = row <= column ? (row, column) : (column, row);
        return _upper[low * count - low * (low - 1) / 2 + high - low];
    }

    /// <summary>Evaluates the loss of all rows but those of one fold (-1: of all rows).</summary>
    public void Evaluate(LogisticData data, ReadOnlySpan<double> coefficients, int leftOut)
    {
        double loss = 0;
        Array.Clear(Gradient);
        Array.Clear(_upper);
        if (leftOut < 0)
        {
            data.Slots(0, data.FoldCount).AddDerivatives(coefficients, ref loss, Gradient, _upper);
        }
        else
        {
            data.Slots(0, leftOut).AddDerivatives(coefficients, ref loss, Gradient, _upper);
            data.Slots(leftOut + 1, data.FoldCount).AddDerivatives(coefficients, ref loss, Gradient, _upper);
        }
        Loss = loss;
    }
}
