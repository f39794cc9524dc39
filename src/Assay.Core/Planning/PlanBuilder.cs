using System.Globalization;
using Assay.Core.Errors;
using Assay.Statistics.Comparison;
using Assay.Statistics.Distributions;
using Assay.Statistics.Planning;

namespace Assay.Core.Planning;

/// <summary>Plans a comparison from a pilot's variance or a stated one.</summary>
public static class PlanBuilder
{
    private const int FewInstructions = 30;

    /// <summary>The plan for a stated standard deviation of an instruction's difference, in the unit of preferences.</summary>
    public static EvaluationPlan FromDeviation(double deviation, PlanOptions options) =>
        Plan(null, [Design(null, null, deviation * deviation, null, options)], options);

    /// <summary>The plan for a pair of models of a pilot, in all designs the pilot can tell of.</summary>
    public static EvaluationPlan FromPilot(PilotComponents pilot, PlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        ArgumentNullException.ThrowIfNull(options);
        VarianceComponents components = pilot.Components;
        // Without both orders the other one is unknown, and without repeats what more of them would bring.
        int[] orders = pilot.Orders is not { } shown ? [] : components.Order is not null ? [1, 2] : [shown];
        int[] repeats = pilot.Repeats is not { } asked ? [] : components.Repeat is not null ? [.. Enumerable.Range(1, options.MostRepeats)] : [asked];
        PlanDesign[] designs =
        [
            .. from order in orders
               from repeat in repeats
               select Design(order, repeat, components.Of(order, repeat), pilot, options),
        ];
        if (designs.Length == 0) designs = [Design(null, null, components.Of(2, 1), pilot, options)];
        return Plan(pilot, designs, options);
    }

    /// <summary>
    /// The pair of a pilot whose difference varies most, so that a plan for it serves every pair; of one model that model against the baseline.
    /// </summary>
    /// <param name="pilots">The models of one judge and baseline, at least one.</param>
    /// <exception cref="InputException">No pair shares two instructions.</exception>
    public static PilotComponents MostVarying(IReadOnlyList<Pilot> pilots)
    {
        ArgumentNullException.ThrowIfNull(pilots);
        IEnumerable<PilotComponents?> all = pilots.Count == 1
            ? [PilotComponents.Of(pilots[0], null)]
            : pilots.SelectMany((first, i) => pilots.Skip(i + 1).Select(second => PilotComponents.Of(first, second)));
        return all.OfType<PilotComponents>().MaxBy(static pair => pair.Components.Of(2, 1) + (pair.Components.Order ?? 0))
            ?? throw new InputException("The pilot has fewer than two judged instructions that models share, so nothing varies; judge a few more first.");
    }

    private static EvaluationPlan Plan(PilotComponents? pilot, PlanDesign[] designs, PlanOptions options) => new()
    {
        Difference = options.Difference,
        Instructions = options.Instructions,
        Confidence = options.Confidence,
        Power = options.Power,
        Pilot = pilot,
        Designs = [.. designs.OrderBy(static design => design.Judgements ?? long.MaxValue).ThenByDescending(static design => design.Orders)],
        Notes = [.. Notes(pilot, designs, options)],
    };

    private static PlanDesign Design(int? orders, int? repeats, double variance, PilotComponents? pilot, PlanOptions options)
    {
        int? needed = options.Difference is { } difference ? Needed(variance, difference, options) : null;
        long? judgements = (long?)needed * orders * repeats * (pilot?.Second is null ? 1 : 2);
        return new PlanDesign
        {
            Orders = orders,
            Repeats = repeats,
            Deviation = Math.Sqrt(variance),
            Needed = needed,
            NeededRange = options.Difference is { } seen && pilot?.RelativeError is { } error ? Range(variance, error, seen, options) : null,
            Judgements = judgements,
            Cost = (decimal?)needed * orders * repeats * pilot?.CostOfOne,
            Detectable = options.Instructions is { } count ? DetectableDifference.Of(Math.Sqrt(variance / count), options.Confidence, options.Power) : null,
        };
    }

    private static int Needed(double variance, double difference, PlanOptions options) =>
        (int)Math.Min(int.MaxValue, RequiredInstructions.Of(variance, difference, options.Confidence, options.Power));

    /// <summary>The variance's interval on the scale of its logarithm, where its error is nearest to normal.</summary>
    private static (int, int) Range(double variance, double relativeError, double difference, PlanOptions options)
    {
        double factor = Math.Exp(Normal.Quantile(0.975) * relativeError);
        return (Needed(variance / factor, difference, options), Needed(variance * factor, difference, options));
    }

    private static IEnumerable<string> Notes(PilotComponents? pilot, PlanDesign[] designs, PlanOptions options)
    {
        if (pilot is { Instructions: < FewInstructions })
            yield return Text($"The pilot has {pilot.Instructions} instructions: its variance is a rough guess.");
        if (pilot is { Orders: null })
            yield return "The pilot's files do not say which orders were shown and how often was asked: the plan is for judging as it did. A run folder says it.";
        else if (pilot is { Components.Order: null }) yield return "The pilot showed one order, so it cannot tell what both would bring.";
        if (pilot is { Orders: not null, Components.Repeat: null })
            yield return "The pilot has no repeats, so it cannot tell what more answers to a question would bring.";
        if (designs.Any(static design => design.Needed < FewInstructions))
            yield return Text($"Fewer than {FewInstructions} instructions: the t test needs a few more than the normal approximation says.");
        if (designs.All(static design => design.Deviation == 0))
            yield return "Nothing varies in the pilot, so any set would do; that is hardly so, judge more first.";
        if (pilot is not null && options.Difference is not null && designs.All(static design => design.Cost is null))
            yield return "Costs are unknown: the pilot is no run folder whose models have prices.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
