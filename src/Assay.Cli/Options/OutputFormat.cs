namespace Assay.Cli.Options;

/// <summary>The form a result is written in.</summary>
internal enum OutputFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>The contract of <c>assay schema</c>.</summary>
    Json,

    /// <summary>Comma-separated values with a header.</summary>
    Csv,

    /// <summary>A Markdown table.</summary>
    Markdown,

    /// <summary>LaTeX tables.</summary>
    Latex,
}
