namespace Assay.Cli;

/// <summary>
/// What the command's exit code says, the same for every verb. A script can rely on these numbers; they are printed by <c>assay --help</c>.
/// </summary>
internal static class ExitCode
{
    /// <summary>The work was done and what was asked for was written.</summary>
    public const int Done = 0;

    /// <summary>The work was done and a condition the user set was not met.</summary>
    public const int GateFailed = 1;

    /// <summary>The command line or an input is wrong, or what was asked for could not be written; one sentence on standard error says what to change.</summary>
    public const int UsageOrInput = 2;

    /// <summary>The work was done, and the data do not decide the question.</summary>
    public const int Undecided = 3;

    /// <summary>The budget the user set was reached; what was done so far is kept.</summary>
    public const int BudgetReached = 4;

    /// <summary>Ctrl-C or a request to terminate. Nothing was written, or what was done so far is kept where the verb says so.</summary>
    public const int Interrupted = 130;
}
