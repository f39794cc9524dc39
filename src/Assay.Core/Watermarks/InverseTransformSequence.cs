namespace Assay.Core.Watermarks;

/// <summary>
/// Inverse transform sampling (Kuditipudi et al. 2023, section 2.3), with one order π of the tokens for the whole key as in the authors' code: the first
/// token in that order whose cumulative probability reaches u. The cost of a token at a position is -(u - 1/2)(η - 1/2), with η its place in the order from
/// 0 to 1.
/// </summary>
internal sealed class InverseTransformSequence : WatermarkSequence
{
    private readonly double[] _numbers;
    private readonly int[] _order;
    private readonly int[] _places;

    private InverseTransformSequence(double[] numbers, int[] order) : base(numbers.Length)
    {
        (_numbers, _order, _places) = (numbers, order, new int[order.Length]);
        for (int place = 0; place < order.Length; place++) _places[order[place]] = place;
    }

    /// <summary>The order of the tokens first (Fisher and Yates), then a number for each position.</summary>
    public static InverseTransformSequence Draw(Func<double> uniform, int length, int tokens)
    {
        int[] order = [.. Enumerable.Range(0, tokens)];
        for (int last = tokens - 1; last > 0; last--)
        {
            int chosen = (int)(uniform() * (last + 1));
            (order[last], order[chosen]) = (order[chosen], order[last]);
        }
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) numbers[i] = uniform();
        return new InverseTransformSequence(numbers, order);
    }

    /// <summary>Costs of so many different tokens of a vocabulary under a key nobody used.</summary>
    public static AlignmentCosts RandomCosts(Func<double> uniform, int length, int tokens, int vocabulary)
    {
        int[] places = DifferentPlaces(uniform, tokens, vocabulary);
        double[] costs = new double[length * tokens];
        for (int position = 0; position < length; position++)
        {
            double number = uniform();
            for (int i = 0; i < tokens; i++) costs[i * length + position] = Cost(number, places[i], vocabulary);
        }
        return new AlignmentCosts(costs, length);
    }

    /// <inheritdoc/>
    public override int Choose(int position, ReadOnlySpan<double> probabilities)
    {
        double sum = 0;
        int last = -1;
        foreach (int token in _order)
        {
            if (probabilities[token] <= 0) continue;
            sum += probabilities[token];
            last = token;
            if (sum > _numbers[position]) return token;
        }
        // The sum may stop short of one by rounding.
        return last >= 0 ? last : throw new ArgumentException("No token has a probability above zero.", nameof(probabilities));
    }

    /// <inheritdoc/>
    public override AlignmentCosts Costs(ReadOnlySpan<int> tokens)
    {
        double[] costs = new double[Length * tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            for (int position = 0; position < Length; position++)
                costs[i * Length + position] = Cost(_numbers[position], _places[tokens[i]], _order.Length);
        }
        return new AlignmentCosts(costs, Length);
    }

    private static double Cost(double number, int place, int vocabulary) => -(number - 0.5) * ((double)place / (vocabulary - 1) - 0.5);

    // Drawn again until different: as random as the places of these tokens in an order of the whole vocabulary, without drawing it.
    private static int[] DifferentPlaces(Func<double> uniform, int count, int vocabulary)
    {
        HashSet<int> taken = [];
        int[] places = new int[count];
        for (int i = 0; i < count; i++)
        {
            int place = (int)(uniform() * vocabulary);
            while (!taken.Add(place)) place = (int)(uniform() * vocabulary);
            places[i] = place;
        }
        return places;
    }
}
