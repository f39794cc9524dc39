namespace Assay.Core.Watermarks;

/// <summary>
/// Exponential-minimum sampling (Kuditipudi et al. 2023, arXiv 2307.15593, section 2.4): the token with the least -log(ξ) / p is distributed as p, since
/// the minimum of exponential variables with rates p is. The cost of a token at a position is log(1 - ξ).
/// </summary>
internal sealed class ExponentialMinimumSequence : WatermarkSequence
{
    private readonly double[] _numbers;
    private readonly int _tokens;

    private ExponentialMinimumSequence(double[] numbers, int length, int tokens) : base(length) => (_numbers, _tokens) = (numbers, tokens);

    /// <summary>Numbers position by position, token by token, as the authors' code draws them.</summary>
    public static ExponentialMinimumSequence Draw(Func<double> uniform, int length, int tokens)
    {
        double[] numbers = new double[checked(length * tokens)];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = uniform();
        return new ExponentialMinimumSequence(numbers, length, tokens);
    }

    /// <summary>Costs of so many tokens under a key nobody used.</summary>
    public static AlignmentCosts RandomCosts(Func<double> uniform, int length, int tokens)
    {
        double[] costs = new double[length * tokens];
        for (int i = 0; i < costs.Length; i++) costs[i] = Cost(uniform());
        return new AlignmentCosts(costs, length);
    }

    /// <inheritdoc/>
    public override int Choose(int position, ReadOnlySpan<double> probabilities)
    {
        ReadOnlySpan<double> numbers = _numbers.AsSpan(position * _tokens, _tokens);
        int chosen = -1;
        double least = double.PositiveInfinity;
        for (int token = 0; token < numbers.Length; token++)
        {
            if (probabilities[token] <= 0) continue;
            double waiting = -Math.Log(numbers[token]) / probabilities[token];
            if (chosen >= 0 && waiting >= least) continue;
            (chosen, least) = (token, waiting);
        }
        return chosen >= 0 ? chosen : throw new ArgumentException("No token has a probability above zero.", nameof(probabilities));
    }

    /// <inheritdoc/>
    public override AlignmentCosts Costs(ReadOnlySpan<int> tokens)
    {
        double[] costs = new double[Length * tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            for (int position = 0; position < Length; position++) costs[i * Length + position] = Cost(_numbers[position * _tokens + tokens[i]]);
        }
        return new AlignmentCosts(costs, Length);
    }

    private static double Cost(double number) => Math.Log(1 - number);
}
