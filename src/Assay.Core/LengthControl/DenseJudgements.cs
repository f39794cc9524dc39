using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Core.LengthControl;

/// <summary>One model's verdicts laid out over all instructions, in whole vectors: instructions it was not judged on have weight 0.</summary>
internal sealed class DenseJudgements
{
    private readonly double[] _squashedLength;
    private readonly double[] _preference;
    private readonly double[] _weight;

    /// <param name="instructionCount">Number of instructions.</param>
    public DenseJudgements(int instructionCount)
    {
        Length = (instructionCount + Vector512<double>.Count - 1) / Vector512<double>.Count * Vector512<double>.Count;
        _squashedLength = new double[Length];
        _preference = new double[Length];
        _weight = new double[Length];
    }

    /// <summary>Number of instructions, padded to a whole number of vectors.</summary>
    public int Length { get; }

    /// <summary>Sets what was judged on one instruction.</summary>
    /// <param name="instruction">The instruction's index.</param>
    /// <param name="squashedLength">tanh(d / s).</param>
    /// <param name="preference">Preference in [0, 1].</param>
    public void Set(int instruction, double squashedLength, double preference)
    {
        (_squashedLength[instruction], _preference[instruction], _weight[instruction]) = (squashedLength, preference, 1);
    }

    /// <summary>Adds this model's part of the gradient and curvature of the negative log-likelihood in every difficulty.</summary>
    public void AddToDifficulties(double quality, double lengthEffect, double[] difficulty, double[] gradient, double[] curvature)
    {
        Span<Vector512<double>> gradients = MemoryMarshal.Cast<double, Vector512<double>>(gradient.AsSpan());
        Span<Vector512<double>> curvatures = MemoryMarshal.Cast<double, Vector512<double>>(curvature.AsSpan());
        for (int i = 0; i < gradients.Length; i++)
        {
            Residual(i, quality, lengthEffect, difficulty, out _, out Vector512<double> residual, out Vector512<double> bend);
            gradients[i] += residual;
            curvatures[i] += bend;
        }
    }

    /// <summary>One Newton step on the quality and the length effect; returns the larger change.</summary>
    public double StepCoefficients(ref double quality, ref double lengthEffect, double[] difficulty, double penalty)
    {
        Vector512<double> gradientQ = default, gradientL = default, qq = default, ql = default, ll = default;
        for (int i = 0; i < Length / Vector512<double>.Count; i++)
        {
            Residual(i, quality, lengthEffect, difficulty, out Vector512<double> squashed, out Vector512<double> residual, out Vector512<double> bend);
            gradientQ += residual;
            gradientL += residual * squashed;
            qq += bend;
            ql += bend * squashed;
            ll += bend * squashed * squashed;
        }
        double gq = Vector512.Sum(gradientQ) + penalty * quality, gl = Vector512.Sum(gradientL) + penalty * lengthEffect;
        double hqq = Vector512.Sum(qq) + penalty, hql = Vector512.Sum(ql), hll = Vector512.Sum(ll) + penalty;
        double determinant = hqq * hll - hql * hql;
        double stepQ = Math.Clamp((hll * gq - hql * gl) / determinant, -2, 2), stepL = Math.Clamp((hqq * gl - hql * gq) / determinant, -2, 2);
        quality -= stepQ;
        lengthEffect -= stepL;
        return Math.Max(Math.Abs(stepQ), Math.Abs(stepL));
    }

    private void Residual(
        int i, double quality, double lengthEffect, double[] difficulty, out Vector512<double> squashed, out Vector512<double> residual, out Vector512<double> bend)
    {
        squashed = MemoryMarshal.Cast<double, Vector512<double>>(_squashedLength)[i];
        Vector512<double> weight = MemoryMarshal.Cast<double, Vector512<double>>(_weight)[i];
        Vector512<double> z = Vector512.Create(quality) + squashed * lengthEffect + MemoryMarshal.Cast<double, Vector512<double>>(difficulty)[i];
        Vector512<double> tail = Vector512.Exp(-Vector512.Abs(z)), denominator = Vector512<double>.One + tail;
        Vector512<double> probability = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(z, Vector512<double>.Zero), Vector512<double>.One, tail) / denominator;
        residual = weight * (probability - MemoryMarshal.Cast<double, Vector512<double>>(_preference)[i]);
        bend = weight * tail / (denominator * denominator);
    }
}
