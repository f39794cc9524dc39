using Assay.Statistics.Estimation;
using Assay.Statistics.Planning;

namespace Assay.Core.Planning;

/// <summary>Variance components of a comparison, from a pilot: by the method of moments, negative estimates set to 0.</summary>
/// <param name="First">The first model.</param>
/// <param name="Second">The second model; null: the first is compared with the baseline, whose win rate against itself is 50.</param>
/// <param name="Components">What the difference between the two varies by from instruction to instruction.</param>
/// <param name="Orders">Orders the pilot showed; null where its files do not say.</param>
/// <param name="Repeats">Answers to each question the pilot had; null where its files do not say.</param>
/// <param name="Instructions">Instructions both were judged on, at least 2.</param>
/// <param name="RelativeError">Standard error of the observed variance over itself: how far the pilot can be wrong; null where it is unknown.</param>
/// <param name="CostOfOne">US dollars for one instruction, one order, one answer, both models; null where unknown.</param>
public sealed record PilotComponents(
    string First, string? Second, VarianceComponents Components, int? Orders, int? Repeats, int Instructions, double? RelativeError, decimal? CostOfOne)
{
    /// <summary>The components of two models on their shared instructions, or of one against the baseline; null with fewer than two instructions.</summary>
    /// <param name="first">A model.</param>
    /// <param name="second">Another, of the same judge and baseline; null: the baseline itself.</param>
    public static PilotComponents? Of(Pilot first, Pilot? second)
    {
        ArgumentNullException.ThrowIfNull(first);
        string[] shared = [.. first.Items.Keys.Where(instruction => second is null || second.Items.ContainsKey(instruction)).Order(StringComparer.Ordinal)];
        if (shared.Length < 2) return null;
        double[] differences = [.. shared.Select(instruction => first.Items[instruction].Preference - (second?.Items[instruction].Preference ?? 0.5))];
        double deviation = SampleDeviation.Of(differences), observed = deviation * deviation;
        Pilot[] models = second is null ? [first] : [first, second];
        int? orders = Same(models, static model => model.Orders), repeats = Same(models, static model => model.Repeats);

        // Verdicts of two models are drawn apart, so their noise adds up.
        double? repeat = Sum(models, shared, static item => item.RepeatVariance);
        double? order = Sum(models, shared, static item => item.OrderDifference is { } gap ? gap * gap / 4 : null);
        double instruction = observed;
        if (repeat is { } noise && repeats is { } times)
        {
            // The gap between two means of so many answers holds noise of its own; so do the means over them.
            if (order is { } gap) order = Math.Max(0, gap - noise / (2 * times));
            instruction = Math.Max(0, observed - noise / ((orders ?? 1) * times));
        }
        return new PilotComponents(
            first.Model, second?.Model, new VarianceComponents(instruction, order, repeat), orders, repeats, shared.Length,
            RelativeErrorOf(differences, observed), models.Aggregate((decimal?)0, static (sum, model) => sum + model.CostOfOne));
    }

    /// <summary>The standard error of a variance by its fourth moment: Var(s^2) is about (m4 - s^4) / n.</summary>
    private static double? RelativeErrorOf(double[] differences, double variance)
    {
        if (!(variance > 0)) return null;
        double mean = differences.Average();
        double fourth = differences.Average(value => Math.Pow(value - mean, 4));
        return Math.Sqrt(Math.Max(0, fourth - variance * variance) / differences.Length) / variance;
    }

    private static int? Same(Pilot[] models, Func<Pilot, int?> of) => models.Select(of).Distinct().Count() == 1 ? of(models[0]) : null;

    /// <summary>The sum over models of a mean over instructions; over those that have it; null where none of a model has.</summary>
    private static double? Sum(Pilot[] models, string[] shared, Func<PilotItem, double?> of)
    {
        double sum = 0;
        foreach (Pilot model in models)
        {
            double?[] known = [.. shared.Select(instruction => of(model.Items[instruction])).Where(static value => value is not null)];
            if (known.Length == 0) return null;
            sum += known.Average(static value => value!.Value);
        }
        return sum;
    }
}
