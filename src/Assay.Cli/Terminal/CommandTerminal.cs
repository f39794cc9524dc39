namespace Assay.Cli.Terminal;

/// <summary>
/// What the command knows of the terminal, and the only way to write to it: data goes to <see cref="Out"/>, words for people to <see cref="Error"/>.
/// Passed to every verb, so that a test can run one without a console.
/// </summary>
internal sealed record CommandTerminal
{
    /// <summary>Columns assumed where nobody looks: wide enough that a table for a file or a pipe is not cut.</summary>
    public const int WidthWithoutTerminal = 160;

    /// <summary>Standard output, for data. Not flushed before the command ends.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error, for people. Every line is flushed.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True if standard output is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>True if standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>True if the user wants no colours: <c>NO_COLOR</c> is set and not empty.</summary>
    public bool NoColor { get; init; }

    /// <summary>True if the terminal understands no control sequences: <c>TERM</c> is <c>dumb</c>.</summary>
    public bool IsDumb { get; init; }

    /// <summary>Columns of the terminal that standard output goes to, at least 1; <see cref="WidthWithoutTerminal"/> if it is none.</summary>
    public int Width { get; init; } = WidthWithoutTerminal;

    /// <summary>True if the user asked for the details of a defect: <c>ASSAY_DEBUG</c> is <c>1</c>.</summary>
    public bool ShowsDefects { get; init; }

    /// <summary>What is around the command besides its terminal.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.None;

    /// <summary>True if standard output may carry colours.</summary>
    public bool UsesColor => OutIsTerminal && !NoColor && !IsDumb;

    /// <summary>True if a line on standard error can be drawn again and again.</summary>
    public bool CanRedraw => ErrorIsTerminal && !IsDumb;
}
