using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Scenarios;
using Assay.Storage.Scenarios;

namespace Assay.Cli.Verbs;

/// <summary><c>assay bench list</c>: the scenarios that come with Assay.</summary>
internal static class BenchListVerb
{
    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        VerbCommand command = new("list", "Lists the scenarios that come with Assay.")
        {
            Details = "The definitions alone: one line for each with tabs between, its name, its tasks, the file it needs, and where its authors publish it.",
            Examples = [new Example("What is there?", "assay bench list")],
        };
        command.SetAction(_ =>
        {
            foreach (string name in ScenarioFile.EmbeddedNames)
            {
                ReadScenarios read = ScenarioFile.Read(name);
                Scenario first = read.Scenarios[0];
                string tasks = read.Scenarios.Length == 1 ? "1 scenario" : $"{read.Scenarios.Length} tasks";
                terminal.Out.WriteLine(string.Join('\t', new[] { name, tasks, string.Join(" or ", first.Data.Files), first.Source ?? "" }.Select(OneLine.Of)));
            }
            return ExitCode.Done;
        });
        return command;
    }
}
