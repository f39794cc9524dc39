namespace Assay.Cli.Options;

/// <summary>The form a run is exported in.</summary>
internal enum ExportFormat
{
    /// <summary>AlpacaEval's annotations or model outputs.</summary>
    AlpacaEval,

    /// <summary>One row per item, for spreadsheets and data frames.</summary>
    Csv,

    /// <summary>One line per call, with its item.</summary>
    JsonLines,
}
