using System.Collections.Immutable;

namespace Assay.Core.Metrics.TextOverlap;

/// <summary>What BLEU counts of one prediction; counts of several add up to those of a corpus.</summary>
public sealed record BleuCounts
{
    internal BleuCounts(ImmutableArray<int> matches, ImmutableArray<int> totals, int predictionLength, int referenceLength) =>
        (Matches, Totals, PredictionLength, ReferenceLength) = (matches, totals, predictionLength, referenceLength);

    /// <summary>For each order, from 1, the n-grams that a reference has too, each as often as the reference that has it most.</summary>
    public ImmutableArray<int> Matches { get; }

    /// <summary>For each order, from 1, the prediction's n-grams.</summary>
    public ImmutableArray<int> Totals { get; }

    /// <summary>Tokens of the prediction.</summary>
    public int PredictionLength { get; }

    /// <summary>Tokens of the reference whose length is nearest; of two equally near the shorter.</summary>
    public int ReferenceLength { get; }

    /// <summary>The counts of both.</summary>
    /// <exception cref="ArgumentException">They are of unlike orders.</exception>
    public BleuCounts Add(BleuCounts other)
    {
        if (other.Matches.Length != Matches.Length) throw new ArgumentException("Counts of unlike orders do not add up.", nameof(other));
        return new BleuCounts(
            [.. Matches.Zip(other.Matches, static (a, b) => a + b)], [.. Totals.Zip(other.Totals, static (a, b) => a + b)],
            PredictionLength + other.PredictionLength, ReferenceLength + other.ReferenceLength);
    }

    /// <summary>
    /// BLEU in [0, 1] (Papineni and others 2002): the geometric mean of the precisions, times exp(1 - reference length / prediction length) where the
    /// prediction
    /// is the shorter. sacreBLEU prints it times 100. 0 where nothing matches.
    /// </summary>
    public double Score(BleuOptions options)
    {
        if (Matches.All(static count => count == 0)) return 0;
        double logs = 0, smoothing = 1;
        int orders = 0;
        for (int n = 0; n < Matches.Length && Totals[n] > 0; n++, orders++)
        {
            if (Matches[n] == 0 && !options.IsSmoothed) return 0;
            if (Matches[n] == 0) smoothing *= 2;
            logs += Matches[n] == 0 ? -Math.Log(smoothing * Totals[n]) : Math.Log((double)Matches[n] / Totals[n]);
        }
        if (orders < Matches.Length && !options.UsesEffectiveOrder) return 0;
        double brevity = PredictionLength >= ReferenceLength ? 0 : 1 - (double)ReferenceLength / PredictionLength;
        return Math.Exp(brevity + logs / orders);
    }
}
