using System.Numerics;
using System.Runtime.InteropServices;

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
        Length = (instructionCount + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
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
        Span<Vector<double>> gradients = MemoryMarshal.Cast<double, Vector<double>>(gradient.AsSpan());
        Span<Vector<double>> curvatures = MemoryMarshal.Cast<double, Vector<double>>(curvature.AsSpan());
        for (int i = 0; i < gradients.Length; i++)
        {
            Residual(i, quality, lengthEffect, difficulty, out _, out Vector<double> residual, out Vector<double> bend);
            gradients[i] += residual;
            curvatures[i] += bend;
        }
    }

    /// <summary>One Newton step on the quality and the length effect; returns the larger change.</summary>
    public double StepCoefficients(ref double quality, ref double lengthEffect, double[] difficulty, double penalty)
    {
        Vector<double> gradientQ = default, gradientL = default, qq = default, ql = default, ll = default;
        for (int i = 0; i < Length / Vector<double>.Count; i++)
        {
            Residual(i, quality, lengthEffect, difficulty, out Vector<double> squashed, out Vector<double> residual, out Vector<double> bend);
            gradientQ += residual;
            gradientL += residual * squashed;
            qq += bend;
            ql += bend * squashed;
            ll += bend * squashed * squashed;
        }
        double gq = Vector.Sum(gradientQ) + penalty * quality, gl = Vector.Sum(gradientL) + penalty * lengthEffect;
        double hqq = Vector.Sum(qq) + penalty, hql = Vector.Sum(ql), hll = Vector.Sum(ll) + penalty;
        double determinant = hqq * hll - hql * hql;
        double stepQ = Math.Clamp((hll * gq - hql * gl) / determinant, -2, 2), stepL = Math.Clamp((hqq * gl - hql * gq) / determinant, -2, 2);
        quality -= stepQ;
        lengthEffect -= stepL;
        return Math.Max(Math.Abs(stepQ), Math.Abs(stepL));
    }

    private void Residual(
        int i, double quality, double lengthEffect, double[] difficulty, out Vector<double> squashed, out Vector<double> residual, out Vector<double> bend)
    {
        squashed = MemoryMarshal.Cast<double, Vector<double>>(_squashedLength)[i];
        Vector<double> weight = MemoryMarshal.Cast<double, Vector<double>>(_weight)[i];
        Vector<double> z = new Vector<double>(quality) + squashed * lengthEffect + MemoryMarshal.Cast<double, Vector<double>>(difficulty)[i];
        Vector<double> tail = Vector.Exp(-Vector.Abs(z)), denominator = Vector<double>.One + tail;
        Vector<double> probability = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(z, Vector<double>.Zero), Vector<double>.One, tail) / denominator;
        residual = weight * (probability - MemoryMarshal.Cast<double, Vector<double>>(_preference)[i]);
        bend = weight * tail / (denominator * denominator);
    }
}
