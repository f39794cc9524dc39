namespace Assay.Statistics.Regression;

/// <summary>
/// Minimises gradient.d + d'Hd/2 + penalty |b + d|_1 over steps d from coefficients b, for a handful of coefficients.
/// </summary>
/// <remarks>
/// Sweeps of coordinate descent find which coefficients are zero, and the signs of the others; given those, the rest is a linear system. Sweeps alone
/// would need as many as the condition number where two columns are nearly the same, as those of the length and of the constant are when all outputs
/// are far too long. The jump to the system's solution stops where a sign would turn (feature-sign search: Lee, Battle, Raina and Ng 2006, NIPS 19), so
/// that the objective never rises.
/// </remarks>
internal sealed class PenalisedQuadratic(int count)
{
    private const int MaximumRounds = 250;
    private const int SweepsPerRound = 4;
    // Far below it a pivot is rounding: the columns are the same, and sweeps reach the minimum along them at once.
    private const double SmallestPivot = 1e-13;

    private readonly int[] _active = new int[count];
    private readonly double[] _lower = new double[count * count];
    private readonly double[] _solution = new double[count];

    /// <summary>Writes the minimising step; a coefficient that becomes zero gets the step that makes it exactly zero.</summary>
    public void Solve(Derivatives at, double[] coefficients, double penalty, double[] step)
    {
        Array.Clear(step);
        for (int round = 0; round < MaximumRounds; round++)
        {
            for (int sweep = 0; sweep < SweepsPerRound; sweep++)
            {
                if (Sweep(at, coefficients, penalty, step) <= 1e-15) return;
            }
            Jump(at, coefficients, penalty, step);
        }
    }

    private static double Sweep(Derivatives at, double[] coefficients, double penalty, double[] step)
    {
        double largest = 0;
        for (int j = 0; j < step.Length; j++)
        {
            double curvature = Math.Max(at.Hessian(j, j), 1e-12);
            double current = coefficients[j] + step[j];
            double moved = SoftThreshold(current - Slope(at, step, j) / curvature, penalty / curvature);
            double change = moved - current;
            // A coefficient that lands on zero must be exactly zero after the step is added.
            step[j] = moved == 0 ? -coefficients[j] : step[j] + change;
            largest = Math.Max(largest, Math.Abs(change) / (1 + Math.Abs(moved)));
        }
        return largest;
    }

    /// <summary>Moves the coefficients that are not zero towards the minimum for their signs, as far as all signs hold.</summary>
    private void Jump(Derivatives at, double[] coefficients, double penalty, double[] step)
    {
        int size = 0;
        for (int j = 0; j < count; j++)
        {
            if (coefficients[j] + step[j] != 0) _active[size++] = j;
        }
        for (int a = 0; a < size; a++)
        {
            int j = _active[a];
            _solution[a] = -Slope(at, step, j) - penalty * Math.Sign(coefficients[j] + step[j]);
        }
        if (!SolveActive(at, size)) return;

        double length = 1;
        int turned = -1;
        for (int a = 0; a < size; a++)
        {
            double current = coefficients[_active[a]] + step[_active[a]], share = -current / _solution[a];
            if (share > 0 && share <= length) (length, turned) = (share, _active[a]);
        }
        for (int a = 0; a < size; a++) step[_active[a]] += length * _solution[a];
        if (turned >= 0) step[turned] = -coefficients[turned];
    }

    /// <summary>Solves the Hessian of the active coefficients for the right-hand side in the solution's place; false where it is singular.</summary>
    private bool SolveActive(Derivatives at, int size)
    {
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = at.Hessian(_active[a], _active[b]);
                double whole = sum;
                for (int k = 0; k < b; k++) sum -= _lower[a * count + k] * _lower[b * count + k];
                if (a != b) _lower[a * count + b] = sum / _lower[b * count + b];
                else if (sum > SmallestPivot * whole) _lower[a * count + a] = Math.Sqrt(sum);
                else return false;
            }
        }
        for (int a = 0; a < size; a++)
        {
            for (int k = 0; k < a; k++) _solution[a] -= _lower[a * count + k] * _solution[k];
            _solution[a] /= _lower[a * count + a];
        }
        for (int a = size - 1; a >= 0; a--)
        {
            for (int k = a + 1; k < size; k++) _solution[a] -= _lower[k * count + a] * _solution[k];
            _solution[a] /= _lower[a * count + a];
        }
        return true;
    }

    private static double Slope(Derivatives at, double[] step, int j)
    {
        double slope = at.Gradient[j];
        for (int k = 0; k < step.Length; k++) slope += at.Hessian(j, k) * step[k];
        return slope;
    }

    private static double SoftThreshold(double value, double threshold) =>
        value > threshold ? value - threshold : value < -threshold ? value + threshold : 0;
}
