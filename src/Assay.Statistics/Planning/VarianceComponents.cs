namespace Assay.Statistics.Planning;

/// <summary>
/// What the score of an instruction varies by: the instruction itself, the order its outputs are shown in, and the judge's own noise from answer to answer.
/// All are variances in the square of the score's unit; null where the pilot cannot tell.
/// </summary>
/// <remarks>
/// There are two orders, and whoever shows both has seen all there are: then the order adds nothing. One order drawn at random adds the variance of a
/// draw from the two, a quarter of their squared difference. The noise is averaged over orders and repeats.
/// </remarks>
/// <param name="Instruction">Between instructions, of the mean over both orders; not negative.</param>
/// <param name="Order">Of one order drawn at random; null: unknown.</param>
/// <param name="Repeat">Between answers to one question; null: unknown, and then it is part of the other two as the pilot had it.</param>
public sealed record VarianceComponents(double Instruction, double? Order, double? Repeat)
{
    /// <summary>The variance of an instruction's mean score.</summary>
    /// <param name="orders">Orders shown: 1 or 2.</param>
    /// <param name="repeats">Answers to each question, at least 1.</param>
    /// <remarks>Unknown components count as 0: only ask for designs that the pilot can tell of.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double Of(int orders, int repeats)
    {
        if (orders is not (1 or 2)) throw new ArgumentOutOfRangeException(nameof(orders), orders, "A pair is shown in one order or in both.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeats);
        return Instruction + (orders == 1 ? Order ?? 0 : 0) + (Repeat ?? 0) / (orders * repeats);
    }
}
