using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Cli.Errors;

/// <summary>Turns what went wrong into one line for people on standard error, and an exit code.</summary>
internal static class FailureReport
{
    /// <summary>Reports a failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="terminal">Where the line goes.</param>
    /// <param name="interrupted">Whether the user asked to stop.</param>
    public static int Report(Exception failure, CommandTerminal terminal, bool interrupted)
    {
        // What a stop leaves behind (half a download, a closed stream) is the stop, not an error of its own.
        if (failure is OperationCanceledException && interrupted)
        {
            Say(terminal, "interrupted; nothing was written.");
            return ExitCode.Interrupted;
        }
        switch (failure)
        {
            case InputException or ModelCallException or NotStoredException:
                Say(terminal, failure.Message);
                break;
            case BudgetReachedException:
                Say(terminal, failure.Message);
                return ExitCode.BudgetReached;
            // Errors of files become sentences where files are read and written, so this is a full disk or a closed stream behind standard output.
            case (IOException and not FileNotFoundException) or UnauthorizedAccessException:
                Say(terminal, $"standard output could not be written: {failure.Message.TrimEnd('.')}.");
                break;
            default:
                string what = $"{failure.GetType().Name}: {failure.Message.TrimEnd('.')}";
                Say(terminal, $"this is a defect of assay, please report it: {what}. Details with ASSAY_DEBUG=1.");
                if (terminal.ShowsDefects) terminal.Error.WriteLine(failure.ToString());
                break;
        }
        return ExitCode.UsageOrInput;
    }

    private static void Say(CommandTerminal terminal, string sentence) => terminal.Error.WriteLine("assay: " + OneLine.Of(sentence));
}
