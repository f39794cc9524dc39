using Assay.Core.Planning;

namespace Assay.Reporting.Contracts;

/// <summary>From a plan to its contract.</summary>
internal static class PlanMapping
{
    public static PlanContract ToContract(this EvaluationPlan plan) => new()
    {
        SchemaVersion = PlanContract.Version,
        Difference = ContractUnits.Percent(plan.Difference),
        Instructions = plan.Instructions,
        Confidence = plan.Confidence,
        Power = plan.Power,
        Model1 = plan.Pilot?.First,
        Model2 = plan.Pilot?.Second,
        PilotInstructions = plan.Pilot?.Instructions,
        PilotOrders = plan.Pilot?.Orders,
        PilotRepeats = plan.Pilot?.Repeats,
        DeviationInstruction = Deviation(plan.Pilot?.Components.Instruction),
        DeviationOrder = Deviation(plan.Pilot?.Components.Order),
        DeviationRepeat = Deviation(plan.Pilot?.Components.Repeat),
        Designs = [.. plan.Designs.Select(ToContract)],
        Notes = plan.Notes,
    };

    private static PlanDesignContract ToContract(PlanDesign design) => new()
    {
        Orders = design.Orders,
        Repeats = design.Repeats,
        Deviation = ContractUnits.Percent(design.Deviation)!.Value,
        InstructionsNeeded = design.Needed,
        InstructionsNeededInterval = design.NeededRange is { } range ? new Interval<int>(range.Fewest, range.Most) : null,
        Judgements = design.Judgements,
        CostUsd = design.Cost,
        DetectableDifference = ContractUnits.Percent(design.Detectable),
    };

    private static double? Deviation(double? variance) => variance is { } known ? ContractUnits.Percent(Math.Sqrt(known)) : null;
}
