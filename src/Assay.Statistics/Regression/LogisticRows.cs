using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        Span<Vector512<double>> x = stackalloc Vector512<double>[count];
        Span<Vector512<double>> gradients = stackalloc Vector512<double>[count];
        Span<Vector512<double>> hessians = stackalloc Vector512<double>[hessian.Length];
        gradients.Clear();
        hessians.Clear();
        Vector512<double> losses = Vector512<double>.Zero;

        ReadOnlySpan<Vector512<double>> target = Vectors(targets);
        ReadOnlySpan<Vector512<double>> weight = Vectors(weights);
        for (int i = 0; i < target.Length; i++)
        {
            Vector512<double> z = Vector512<double>.Zero;
            for (int j = 0; j < count; j++)
            {
                x[j] = Vectors(columns[j])[i];
                z += x[j] * coefficients[j];
            }

            // exp(-|z|) never overflows, and both the probability and the loss are exact functions of it.
            Vector512<double> tail = Vector512.Exp(-Vector512.Abs(z));
            Vector512<double> denominator = Vector512<double>.One + tail;
            Vector512<double> probability = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(z, Vector512<double>.Zero), Vector512<double>.One, tail) / denominator;
            losses += weight[i] * (Vector512.Max(z, Vector512<double>.Zero) + Vector512.Log(denominator) - target[i] * z);

            Vector512<double> residual = weight[i] * (probability - target[i]);
            Vector512<double> curvature = weight[i] * tail / (denominator * denominator);
            for (int j = 0, cell = 0; j < count; j++)
            {
                gradients[j] += residual * x[j];
                Vector512<double> scaled = curvature * x[j];
                for (int k = j; k < count; k++, cell++) hessians[cell] += scaled * x[k];
            }
        }

        loss += Vector512.Sum(losses);
        for (int j = 0; j < count; j++) gradient[j] += Vector512.Sum(gradients[j]);
        for (int cell = 0; cell < hessian.Length; cell++) hessian[cell] += Vector512.Sum(hessians[cell]);
    }

    /// <summary>The weighted loss of each slot, written to the same range of <paramref name="losses"/>, which covers all slots.</summary>
    public void WriteLosses(ReadOnlySpan<double> coefficients, double[] losses)
    {
        Span<Vector512<double>> written = MemoryMarshal.Cast<double, Vector512<double>>(losses.AsSpan(start, length));
        ReadOnlySpan<Vector512<double>> target = Vectors(targets);
        ReadOnlySpan<Vector512<double>> weight = Vectors(weights);
        for (int i = 0; i < target.Length; i++)
        {
            Vector512<double> z = Vector512<double>.Zero;
            for (int j = 0; j < coefficients.Length; j++) z += Vectors(columns[j])[i] * coefficients[j];
            Vector512<double> denominator = Vector512<double>.One + Vector512.Exp(-Vector512.Abs(z));
            written[i] = weight[i] * (Vector512.Max(z, Vector512<double>.Zero) + Vector512.Log(denominator) - target[i] * z);
        }
    }

    private ReadOnlySpan<Vector512<double>> Vectors(double[] values) => MemoryMarshal.Cast<double, Vector512<double>>(values.AsSpan(start, length));
}
