namespace Assay.Cli.Progress;

/// <summary>How progress is shown on standard error.</summary>
internal enum ProgressKind
{
    /// <summary>A bar that is drawn again and again on a terminal; nothing elsewhere.</summary>
    Automatic,

    /// <summary>Lines of text, at most one per second.</summary>
    Plain,

    /// <summary>Lines of JSON, at most one per second.</summary>
    Json,

    /// <summary>Nothing.</summary>
    None,
}
