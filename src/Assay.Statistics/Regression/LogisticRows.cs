using System.Numerics;
using System.Runtime.InteropServices;

namespace Assay.Statistics.Regression;

/// <summary>A contiguous range of slots of a <see cref="LogisticData"/>, a whole number of vectors long.</summary>
internal readonly ref struct LogisticRows(double[][] columns, double[] targets, double[] weights, int start, int length)
{
    /// <summary>
    /// Adds the loss of these rows, sum of w (log(1 + exp(z)) - y z) with z = x . coefficients, its gradient and the upper triangle of its
    /// Hessian (row by row) to the three accumulators.
    /// </summary>
    public void AddDerivatives(ReadOnlySpan<double> coefficients, ref double loss, Span<double> gradient, Span<double> hessian)
    {
        int count = coefficients.Length;
        Span<Vector<double>> x = stackalloc Vector<double>[count];
        Span<Vector<double>> gradients = stackalloc Vector<double>[count];
        Span<Vector<double>> hessians = stackalloc Vector<double>[hessian.Length];
        gradients.Clear();
        hessians.Clear();
        Vector<double> losses = Vector<double>.Zero;

        ReadOnlySpan<Vector<double>> target = Vectors(targets);
        ReadOnlySpan<Vector<double>> weight = Vectors(weights);
        for (int i = 0; i < target.Length; i++)
        {
            Vector<double> z = Vector<double>.Zero;
            for (int j = 0; j < count; j++)
            {
                x[j] = Vectors(columns[j])[i];
                z += x[j] * coefficients[j];
            }

            // exp(-|z|) never overflows, and both the probability and the loss are exact functions of it.
            Vector<double> tail = Vector.Exp(-Vector.Abs(z));
            Vector<double> denominator = Vector<double>.One + tail;
            Vector<double> probability = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(z, Vector<double>.Zero), Vector<double>.One, tail) / denominator;
            losses += weight[i] * (Vector.Max(z, Vector<double>.Zero) + Vector.Log(denominator) - target[i] * z);

            Vector<double> residual = weight[i] * (probability - target[i]);
            Vector<double> curvature = weight[i] * tail / (denominator * denominator);
            for (int j = 0, cell = 0; j < count; j++)
            {
                gradients[j] += residual * x[j];
                Vector<double> scaled = curvature * x[j];
                for (int k = j; k < count; k++, cell++) hessians[cell] += scaled * x[k];
            }
        }

        loss += Vector.Sum(losses);
        for (int j = 0; j < count; j++) gradient[j] += Vector.Sum(gradients[j]);
        for (int cell = 0; cell < hessian.Length; cell++) hessian[cell] += Vector.Sum(hessians[cell]);
    }

    /// <summary>The weighted loss of each slot, written to the same range of <paramref name="losses"/>, which covers all slots.</summary>
    public void WriteLosses(ReadOnlySpan<double> coefficients, double[] losses)
    {
        Span<Vector<double>> written = MemoryMarshal.Cast<double, Vector<double>>(losses.AsSpan(start, length));
        ReadOnlySpan<Vector<double>> target = Vectors(targets);
        ReadOnlySpan<Vector<double>> weight = Vectors(weights);
        for (int i = 0; i < target.Length; i++)
        {
            Vector<double> z = Vector<double>.Zero;
            for (int j = 0; j < coefficients.Length; j++) z += Vectors(columns[j])[i] * coefficients[j];
            Vector<double> denominator = Vector<double>.One + Vector.Exp(-Vector.Abs(z));
            written[i] = weight[i] * (Vector.Max(z, Vector<double>.Zero) + Vector.Log(denominator) - target[i] * z);
        }
    }

    private ReadOnlySpan<Vector<double>> Vectors(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan(start, length));
}
