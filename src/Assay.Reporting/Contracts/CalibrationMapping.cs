using Assay.Core.Audits.Calibration;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Contracts;

/// <summary>From an audit of calibration to its contract.</summary>
internal static class CalibrationMapping
{
    public static CalibrationContract ToContract(this CalibrationReport report) => new()
    {
        SchemaVersion = CalibrationContract.Version,
        N = report.Count,
        NRight = report.Right,
        NWrong = report.Count - report.Right,
        NLeftOut = report.LeftOut,
        Confidence = report.Options.Confidence,
        Seed = report.Options.Seed,
        Bins = report.Options.Bins,
        MeanConfidence = Percent(report.MeanConfidence),
        Accuracy = Percent(report.Accuracy),
        Overconfidence = Percent(report.Overconfidence),
        DebiasedError = Percent(report.DebiasedError),
        EceEqualWidth = Plain(report.EqualWidth),
        EceEqualCount = Plain(report.EqualCount),
        Brier = Unscaled(report.Brier),
        BrierParts = new BrierPartsContract
        {
            Reliability = report.BrierParts.Reliability,
            Resolution = report.BrierParts.Resolution,
            Uncertainty = report.BrierParts.Uncertainty,
            WithinBins = report.BrierParts.WithinBins,
        },
        LogLoss = Unscaled(report.LogLoss),
        Auroc = Percent(report.RocArea),
        SelectiveArea = Percent(report.SelectiveArea),
        Selective = [.. report.Selective.Select(static point => new SelectiveContract { Coverage = 100 * point.Coverage, Accuracy = Percent(point.Accuracy) })],
        Reliability = [.. report.Reliability.Select(static bin => new ReliabilityContract
        {
            N = bin.Count,
            MeanConfidence = 100 * bin.MeanConfidence,
            Accuracy = 100 * bin.Accuracy.Value,
            AccuracyInterval = ContractUnits.Percent(bin.Accuracy.Interval),
        })],
        Recalibration = report.Recalibration is null ? null : ToContract(report.Recalibration),
        Notes = report.Notes,
    };

    private static PlainCalibrationContract Plain(PlainCalibrationError error) => new()
    {
        Expected = Percent(error.Expected),
        Maximum = 100 * error.Maximum,
        NullMean = 100 * error.Null.Mean,
        NullBand = new(100 * error.Null.Band.Lower, 100 * error.Null.Band.Upper),
        NullPValue = error.Null.PValue,
        Simulations = error.Null.Draws,
    };

    private static RecalibrationContract ToContract(RecalibrationReport report) => new()
    {
        NFitted = report.Fitted,
        NJudged = report.Judged,
        Unchanged = Scores(report.Unchanged),
        Methods = [.. report.Methods.Select(static method => new RecalibrationMethodContract
        {
            Method = CalibrationWords.Name(method.Method),
            Temperature = Parameter(method, "temperature"),
            Slope = Parameter(method, "slope"),
            Intercept = Parameter(method, "intercept"),
            Scores = method.Scores is null ? null : Scores(method.Scores),
            BrierChange = method.BrierChange is null ? null : Unscaled(method.BrierChange),
            Absent = method.Absent,
        })],
    };

    private static double? Parameter(Recalibration method, string name)
    {
        foreach ((string fitted, double value) in method.Parameters)
        {
            if (fitted == name) return value;
        }
        return null;
    }

    private static RecalibrationScoresContract Scores(RecalibrationScores scores) =>
        new() { DebiasedError = Percent(scores.DebiasedError), Brier = Unscaled(scores.Brier), LogLoss = Unscaled(scores.LogLoss) };

    private static CalibrationFigureContract Percent(CalibrationFigure figure) => new()
    {
        Value = ContractUnits.Percent(figure.Value),
        StandardError = ContractUnits.Percent(figure.StandardError),
        Interval = ContractUnits.Percent(figure.Interval),
        N = figure.Count,
        Absent = figure.Absent,
    };

    private static CalibrationFigureContract Unscaled(CalibrationFigure figure) => new()
    {
        Value = ContractUnits.Finite(figure.Value),
        StandardError = ContractUnits.Finite(figure.StandardError),
        Interval = ContractUnits.Unscaled(figure.Interval),
        N = figure.Count,
        Absent = figure.Absent,
    };
}
