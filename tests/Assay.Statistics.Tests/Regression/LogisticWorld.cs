using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Regression;

/// <summary>A small logistic regression with soft targets, and the plainest formulas for what it minimises.</summary>
internal sealed record LogisticWorld(double[][] Rows, double[] Targets, double[] Weights, int[] Folds, int FoldCount, double C)
{
    public int Columns => Rows[0].Length;

    public LogisticData Data
    {
        get
        {
            LogisticData data = new(Columns, Folds, FoldCount);
            for (int row = 0; row < Rows.Length; row++)
            {
                for (int column = 0; column < Columns; column++) data.SetCell(row, column, Rows[row][column]);
                data.SetTarget(row, Targets[row]);
                data.SetWeight(row, Weights[row]);
            }
            return data;
        }
    }

    /// <summary>|b|_1 / C + loss, term by term.</summary>
    public double Objective(double[] b) => b.Sum(Math.Abs) / C + Enumerable.Range(0, Rows.Length).Sum(i => Weights[i] * Loss(i, b));

    /// <summary>Unweighted loss of one row.</summary>
    public double Loss(int row, double[] b)
    {
        double z = Z(row, b);
        return (z > 0 ? z + Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z))) - Targets[row] * z;
    }

    /// <summary>Gradient of the loss, without the penalty.</summary>
    public double[] Gradient(double[] b) =>
        [.. Enumerable.Range(0, Columns).Select(j =>
            Enumerable.Range(0, Rows.Length).Sum(i => Weights[i] * (1 / (1 + Math.Exp(-Z(i, b))) - Targets[i]) * Rows[i][j]))];

    /// <summary>The rows in another order, repeated or left out.</summary>
    public LogisticWorld Pick(IEnumerable<int> rows)
    {
        int[] picked = [.. rows];
        return this with
        {
            Rows = [.. picked.Select(i => Rows[i])],
            Targets = [.. picked.Select(i => Targets[i])],
            Weights = [.. picked.Select(i => Weights[i])],
            Folds = [.. picked.Select(i => Folds[i])],
        };
    }

    /// <summary>Two to forty rows, one to four columns (sometimes a column of ones, zeros or a near copy of another), C over eight decades.</summary>
    public static Arbitrary<LogisticWorld> Any { get; } =
        (from rows in Gen.Choose(2, 40)
         from columns in Gen.Choose(1, 4)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         from decade in Gen.Choose(-400, 400)
         from kind in Gen.Choose(0, 5)
         select Make(new RandomStream((ulong)seed, 0), rows, columns, Math.Pow(10, decade / 100.0), kind)).ToArbitrary();

    public static LogisticWorld Make(RandomStream random, int rows, int columns, double c, int kind)
    {
        double[] truth = [.. Enumerable.Range(0, columns).Select(_ => random.NextGaussian())];
        double[][] x = new double[rows][];
        double[] y = new double[rows], w = new double[rows];
        int[] folds = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            x[i] = [.. truth.Select(_ => random.NextGaussian())];
            if (kind == 1) x[i][0] = 1;
            if (kind == 2) x[i][0] = 0;
            if (kind == 3 && columns > 1) x[i][1] = x[i][0] + 1e-3 * random.NextGaussian();
            double p = 1 / (1 + Math.Exp(-x[i].Zip(truth, (a, b) => a * b).Sum()));
            // Hard verdicts, hard verdicts that the first column separates, or soft ones.
            y[i] = kind == 4 ? (x[i][0] > 0 ? 1 : 0) : random.NextDouble() < 0.5 ? (random.NextDouble() < p ? 1 : 0) : random.NextBeta(2 * p, 2 - 2 * p);
            w[i] = random.NextInt(4) switch { 0 => 0, 1 => 0.1, 2 => 1, _ => 3 * random.NextDouble() };
            folds[i] = random.NextInt(5);
        }
        return new LogisticWorld(x, y, w, folds, 5, c);
    }

    private double Z(int row, double[] b) => Rows[row].Zip(b, (x, coefficient) => x * coefficient).Sum();
}
