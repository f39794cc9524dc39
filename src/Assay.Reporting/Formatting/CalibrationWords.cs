using Assay.Core.Audits.Calibration;

namespace Assay.Reporting.Formatting;

/// <summary>Names of what an audit of calibration holds.</summary>
internal static class CalibrationWords
{
    /// <summary>The name in files.</summary>
    public static string Name(RecalibrationMethod method) => method switch
    {
        RecalibrationMethod.Temperature => "temperature",
        RecalibrationMethod.Platt => "platt",
        RecalibrationMethod.Isotonic => "isotonic",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This method has no name in the contract."),
    };
}
