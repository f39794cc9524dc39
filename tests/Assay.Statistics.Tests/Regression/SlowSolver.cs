namespace Assay.Statistics.Tests.Regression;

/// <summary>
/// Minimises the penalised loss without a derivative of second order: one coordinate at a time by bisection on its subgradient, and after every
/// round along the direction the round took. Slow, and unlike the solver it checks.
/// </summary>
internal static class SlowSolver
{
    private const double Reach = 1e6;

    public static double[] Minimise(LogisticWorld world, double[]? start = null)
    {
        double[] b = start is null ? new double[world.Columns] : [.. start];
        for (int round = 0; round < 150; round++)
        {
            double before = world.Objective(b);
            double[] from = [.. b];
            for (int j = 0; j < b.Length; j++) MoveCoordinate(world, b, j);
            Extrapolate(world, from, b);
            if (before - world.Objective(b) <= 1e-15 * Math.Max(1, before)) break;
        }
        return b;
    }

    private static void MoveCoordinate(LogisticWorld world, double[] b, int j)
    {
        double Slope(double value)
        {
            b[j] = value;
            return world.Gradient(b)[j];
        }

        double penalty = 1 / world.C, atZero = Slope(0);
        if (Math.Abs(atZero) <= penalty)
        {
            b[j] = 0;
            return;
        }
        int sign = atZero < 0 ? 1 : -1;
        double low = 0, high = 1;
        while (sign * Slope(sign * high) + penalty < 0 && high < Reach) (low, high) = (high, 2 * high);
        for (int halving = 0; halving < 55; halving++)
        {
            double middle = 0.5 * (low + high);
            if (sign * Slope(sign * middle) + penalty < 0) low = middle;
            else high = middle;
        }
        b[j] = sign * 0.5 * (low + high);
    }

    private static void Extrapolate(LogisticWorld world, double[] from, double[] b)
    {
        for (double factor = 64; factor >= 1; factor /= 2)
        {
            double[] trial = [.. b.Zip(from, (now, then) => now + factor * (now - then))];
            if (world.Objective(trial) >= world.Objective(b)) continue;
            trial.CopyTo(b, 0);
            return;
        }
    }
}
