using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Evaluation.Runs;

namespace Assay.Cli.Runs;

/// <summary>Says how a session ended, and with which exit code.</summary>
internal static class RunEnd
{
    /// <summary>The exit code of a session that came to its end or was told to stop.</summary>
    /// <param name="session">What the session came to.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="unit">What its items are called, in the plural.</param>
    /// <param name="terminal">Where the sentence goes.</param>
    /// <param name="notes">Takes what people should know.</param>
    public static int Report(RunProgress session, string folder, string unit, CommandTerminal terminal, PeopleNotes notes)
    {
        if (!session.IsComplete)
        {
            terminal.Error.WriteLine(OneLine.Of(
                $"assay: interrupted; {session.Ended + session.EndedBefore - session.Failed} {unit} have come to an end in {folder}, and the same command goes on."));
            return ExitCode.Interrupted;
        }
        if (session.Failed > 0) notes.Note($"{session.Failed} {unit} got no answer; the same command asks for them again.");
        return ExitCode.Done;
    }
}
