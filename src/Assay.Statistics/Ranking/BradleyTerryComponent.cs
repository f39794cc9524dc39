using Assay.Statistics.LinearAlgebra;

namespace Assay.Statistics.Ranking;

/// <summary>
/// The likelihood of the competitors that are strongly connected, and its information matrix: a weighted graph Laplacian. The one with most opponents
/// is the ground, held at 0, which leaves the matrix positive definite and, where all met one baseline, diagonal. Immutable.
/// </summary>
internal sealed class BradleyTerryComponent
{
    private const double StepTolerance = 1e-10;
    private const int MostIterations = 5000; // eight or so; more only where preferences lie within 1e-100 of 0 or 1
    private readonly SparsePattern _pattern;
    private readonly int _ground;

    /// <summary>The pairs within the component: index in the design, members' local indices, and slot in the matrix, -1 beside the ground.</summary>
    private readonly (int Pair, int First, int Second, int Slot)[] _pairs;

    public BradleyTerryComponent(int[] members, WinGraph graph)
    {
        Members = members;
        Dictionary<int, int> local = [];
        for (int i = 0; i < members.Length; i++) local[members[i]] = i;
        List<(int Pair, int First, int Second)> pairs = [];
        int[] opponents = new int[members.Length];
        for (int pair = 0; pair < graph.Pairs.Length; pair++)
        {
            if (!local.TryGetValue(graph.Pairs[pair].First, out int first) || !local.TryGetValue(graph.Pairs[pair].Second, out int second)) continue;
            pairs.Add((pair, first, second));
            opponents[first]++;
            opponents[second]++;
        }
        _ground = Array.IndexOf(opponents, opponents.Max());
        _pattern = new SparsePattern(members.Length - 1, pairs.Where(p => !Grounded(p.First, p.Second)).Select(p => (Row(p.First), Row(p.Second))));
        _pairs = [.. pairs.Select(p => (p.Pair, p.First, p.Second, Grounded(p.First, p.Second) ? -1 : _pattern.Slot(Row(p.First), Row(p.Second))))];

        bool Grounded(int first, int second) => first == _ground || second == _ground;
    }

    /// <summary>The competitors, ascending.</summary>
    public int[] Members { get; }

    /// <summary>Row of a member in the grounded matrix.</summary>
    private int Row(int member) => member < _ground ? member : member - 1;

    /// <summary>
    /// Moves <paramref name="strengths"/> (by member) to the maximum of the likelihood, mean zero. Newton's method; along a step whose largest change of a
    /// difference is r, the curvature grows by at most exp(r t) (Bach, "Self-concordant analysis for logistic regression", 2010), so the likelihood rises all
    /// the way to t = log(1 + r) / r. That step length makes convergence certain from every start, and quadratic near the maximum.
    /// </summary>
    /// <exception cref="ArithmeticException">The weights are so far apart that double precision cannot separate the competitors.</exception>
    public void Maximise(double[] strengths, double[] firstWins, double[] secondWins)
    {
        SparseCholesky information = new(_pattern);
        double[] gradient = new double[_pattern.Size];
        double previous = double.PositiveInfinity;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            FillInformation(information, strengths, firstWins, secondWins, gradient);
            double[] step = information.Solve(gradient);
            double largest = 0;
            foreach ((int _, int first, int second, int _) in _pairs) largest = Math.Max(largest, Math.Abs(At(step, first) - At(step, second)));
            double length = largest > 0 ? double.LogP1(largest) / largest : 1;
            double moved = 0;
            for (int member = 0; member < strengths.Length; member++)
            {
                double change = length * At(step, member);
                strengths[member] += change;
                moved = Math.Max(moved, Math.Abs(change));
            }
            // The second test is for weights whose rounding alone moves a strength by more than the tolerance.
            if (moved <= StepTolerance || (moved < 1e-6 && moved > 0.5 * previous))
            {
                Centre(strengths);
                return;
            }
            previous = moved;
        }
        throw new ArithmeticException("The strengths did not settle: the weights of the comparisons are too far apart for double precision.");
    }

    /// <summary>Log-likelihood of the comparisons within the component, without binomial coefficients.</summary>
    public double LogLikelihood(double[] strengths, double[] firstWins, double[] secondWins)
    {
        double sum = 0;
        foreach ((int pair, int first, int second, int _) in _pairs)
        {
            double difference = strengths[first] - strengths[second];
            sum -= firstWins[pair] * Softplus(-difference) + secondWins[pair] * Softplus(difference);
        }
        return sum;
    }

    /// <summary>Standard errors by member: about the mean (pseudo-inverse of the information), or of the difference to one member.</summary>
    public double[] StandardErrors(double[] strengths, double[] firstWins, double[] secondWins, int? anchor)
    {
        SparseCholesky information = new(_pattern);
        FillInformation(information, strengths, firstWins, secondWins, new double[_pattern.Size]);
        double[] variances = information.InverseDiagonal();
        double[] right = new double[_pattern.Size];
        if (anchor is null) Array.Fill(right, 1.0 / Members.Length);
        else if (anchor != _ground) right[Row(anchor.Value)] = 1;
        double[] shared = information.Solve(right); // covariance with what is subtracted: the mean, or the anchor
        double ofSubtracted = 0;
        for (int row = 0; row < right.Length; row++) ofSubtracted += right[row] * shared[row];
        double[] errors = new double[Members.Length];
        for (int member = 0; member < errors.Length; member++)
            errors[member] = member == anchor ? 0 : Math.Sqrt(At(variances, member) - 2 * At(shared, member) + ofSubtracted);
        return errors;
    }

    private void FillInformation(SparseCholesky information, double[] strengths, double[] firstWins, double[] secondWins, double[] gradient)
    {
        information.Clear();
        Array.Clear(gradient);
        foreach ((int pair, int first, int second, int slot) in _pairs)
        {
            double difference = strengths[first] - strengths[second];
            double small = Math.Exp(-Math.Abs(difference));
            double firstPreferred = (difference >= 0 ? 1 : small) / (1 + small);
            double secondPreferred = (difference >= 0 ? small : 1) / (1 + small);
            double surplus = firstWins[pair] * secondPreferred - secondWins[pair] * firstPreferred;
            double curvature = (firstWins[pair] + secondWins[pair]) * firstPreferred * secondPreferred;
            if (slot >= 0) information.AddOffDiagonal(slot, -curvature);
            if (first != _ground)
            {
                information.AddDiagonal(Row(first), curvature);
                gradient[Row(first)] += surplus;
            }
            if (second != _ground)
            {
                information.AddDiagonal(Row(second), curvature);
                gradient[Row(second)] -= surplus;
            }
        }
        if (!information.TryFactorise())
            throw new ArithmeticException("The strengths cannot be separated: the weights of the comparisons are too far apart for double precision.");
    }

    private double At(double[] byRow, int member) => member == _ground ? 0 : byRow[Row(member)];

    private static double Softplus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));

    private static void Centre(double[] values)
    {
        double mean = values.Average();
        for (int i = 0; i < values.Length; i++) values[i] -= mean;
    }
}
