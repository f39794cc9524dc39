using System.CommandLine;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Runs;
using Assay.Storage.Annotations;
using Assay.Storage.Outputs;
using Assay.Storage.Runs;

namespace Assay.Cli.Verbs;

/// <summary><c>assay runs export</c>: a run in AlpacaEval's form, as far as it has come.</summary>
internal sealed class RunsExportVerb
{
    private readonly CommandTerminal _terminal;
    private readonly Argument<string> _folder = RunArgument.Create();
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE", Description = "The file, written whole or not at all.", Required = true };

    private RunsExportVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        RunsExportVerb verb = new(terminal);
        VerbCommand command = new("export", "Writes what a run has so far in AlpacaEval's form.")
        {
            Details = "Annotations of a run of judgements, model_outputs of a run of outputs. A run that has come to its end has that file already; this is for "
                + "one that has not, or for another place.",
            Examples = [new Example("The annotations so far", "assay runs export runs/a --output annotations.json")],
        };
        command.Arguments.Add(verb._folder);
        command.AddGroup("What is written", [verb._output]);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string path = parse.GetRequiredValue(_output)!;
        ResultWriter.Check("--output", path);
        using RunFolder run = RunFolder.OpenToRead(parse.GetRequiredValue(_folder));
        int rows = run.Description.Kind == RunKind.Judge ? AnnotationWriter.Write(path, run, cancellation) : ModelOutputWriter.Write(path, run, cancellation);
        _terminal.Error.WriteLine(OneLine.Of($"wrote {path} with {rows} rows"));
        return ExitCode.Done;
    }
}
