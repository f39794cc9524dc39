using System.CommandLine;
using System.Globalization;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs verify</c>: proves a run consistent.</summary>
internal static class RunsVerifyVerb
{
    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        Argument<string> folder = RunArgument.Create();
        VerbCommand command = new("verify", "Proves a run consistent.")
        {
            Details = "Reads every line and computes every key and identity again. Prints what is not as it should be, one finding a line, and ends with exit "
                + "code 1 where there is any. Changes nothing.",
            Examples = [new Example("Check a run", "assay runs verify runs/a")],
        };
        command.Arguments.Add(folder);
        command.SetAction((parse, cancellation) => Task.FromResult(Run(parse.GetRequiredValue(folder), terminal, cancellation)));
        return command;
    }

    private static int Run(string folder, CommandTerminal terminal, CancellationToken cancellation)
    {
        RunVerification verification = RunVerification.Of(folder, cancellation);
        foreach (RunFinding finding in verification.Findings)
        {
            string place = finding.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $", line {line}") : "";
            terminal.Out.WriteLine(OneLine.Of($"{finding.File}{place}: {finding.Text}"));
        }
        string counts = string.Create(CultureInfo.InvariantCulture, $"{verification.Calls} calls, {verification.Items} items, {verification.Outputs} outputs{(verification.Instances > 0 ? $", {verification.Instances} instances" : "")}");
        if (verification.Findings.Count == 0) terminal.Out.WriteLine($"consistent: {counts}");
        return verification.Findings.Count == 0 ? ExitCode.Done : ExitCode.GateFailed;
    }
}
