using Assay.Core.Audits.Factuality;

namespace Assay.Reporting.Contracts;

/// <summary>From a report of conformal factuality to its contract.</summary>
internal static class FactualityMapping
{
    public static FactualityContract ToContract(this FactualityReport report) => new()
    {
        SchemaVersion = FactualityContract.Version,
        Score = report.Score,
        Alpha = report.Options.Alpha,
        AcceptableShare = report.Options.AcceptableShare,
        Threshold = report.Threshold,
        Guarantee = new(100 * report.Guarantee.AtLeast, 100 * report.Guarantee.AtMost),
        NPrompts = report.Prompts,
        NCalibration = report.CalibrationPrompts,
        NClaims = report.Claims,
        Confidence = report.Options.Confidence,
        Seed = report.Options.Seed,
        Check = Name(report.Options.Check),
        Outcome = report.Check is null ? null : ToContract(report.Check),
        CorrectUnfiltered = 100 * report.CorrectUnfiltered.Value,
        CorrectUnfilteredInterval = ContractUnits.Percent(report.CorrectUnfiltered.Interval),
        Curve = [.. report.Curve.Select(static point => new FactualityCurveContract
        {
            Alpha = point.Alpha,
            Threshold = point.Threshold,
            Outcome = ToContract(point.Outcome),
        })],
        Notes = report.Notes,
    };

    private static FactualityOutcomeContract ToContract(FactualityOutcome outcome) => new()
    {
        N = outcome.Correct.Count,
        Coverage = 100 * outcome.Correct.Value,
        CoverageInterval = ContractUnits.Percent(outcome.Correct.Interval),
        Removed = 100 * outcome.Removed.Value,
        RemovedStandardError = ContractUnits.Percent(outcome.Removed.StandardError),
        RemovedInterval = ContractUnits.Percent(outcome.Removed.Interval),
        NEmptied = outcome.Emptied,
    };

    private static string Name(FactualityCheck check) => check switch
    {
        FactualityCheck.None => "none",
        FactualityCheck.LeaveOneOut => "leave_one_out",
        FactualityCheck.Split => "split",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "This check has no name in the contract."),
    };
}
