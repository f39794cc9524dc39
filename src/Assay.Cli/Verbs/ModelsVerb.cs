using System.CommandLine;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Reports;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Models.Pipeline;
using Assay.Models.Probing;
using Assay.Models.Retries;

namespace Assay.Cli.Verbs;

/// <summary><c>assay models check</c>: what endpoints support, by small calls.</summary>
internal sealed class ModelsVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;

    private readonly Argument<string[]> _models = new("MODEL")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Models by their names in assay.yaml. Default: all of them.",
    };

    private readonly Option<string?> _config = OptionFactory.Text(
        "--config", "FILE", "The models. Default: assay.yaml in the working folder; without it OPENAI_API_KEY or a local server.");

    private ModelsVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verbs, ready for the parser.</summary>
    public static VerbGroup Create(CommandTerminal terminal, TimeProvider time)
    {
        ModelsVerb verb = new(terminal, time);
        VerbCommand command = new("check", "Finds out what models support.")
        {
            Details = "Makes one small call for each question: does the model answer, does it give log-probabilities, does it keep to a JSON schema, does its "
                + "endpoint score a given text. Nothing is taken from the response store. Ends with exit code 2 where a model does not answer.",
            Examples = [new Example("All models of assay.yaml", "assay models check"), new Example("One of them", "assay models check llama")],
        };
        command.Arguments.Add(verb._models);
        command.AddGroup("Where things are", [verb._config]);
        command.SetAction(verb.RunAsync);
        VerbGroup group = new("models", "Looks at models.");
        group.Subcommands.Add(command);
        return group;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ModelSource source = new(parse.GetValue(_config), _terminal.Surroundings, _time, new PeopleNotes(_terminal, quiet: false).Note);
        List<ModelSpecification> models = [];
        foreach (string name in parse.GetRequiredValue(_models)) models.Add(await source.FindAsync(name, cancellation));
        if (models.Count == 0) models.AddRange(source.Configured.Count > 0 ? source.Configured.Values : [await source.FindAsync(null, cancellation)]);
        int exitCode = ExitCode.Done;
        foreach (ModelSpecification model in models)
        {
            if (!await CheckAsync(model, cancellation)) exitCode = ExitCode.UsageOrInput;
        }
        return exitCode;
    }

    private async Task<bool> CheckAsync(ModelSpecification model, CancellationToken cancellation)
    {
        try
        {
            // Somebody waits for the answer: an endpoint that is not there is soon said to be so.
            RetryPolicy retry = new() { MostAttempts = 2 };
            ModelPipelineOptions options = new() { Retry = retry, Time = _time, Seed = 0, Environment = _terminal.Surroundings.Environment };
            ModelCapabilities found = await ModelProbe.CheckAsync(model, options, cancellation);
            CapabilityReport.Write(found, _terminal.Out);
            await _terminal.Out.FlushAsync(cancellation);
            return found.Answers.IsSupported == true;
        }
        catch (InputException error)
        {
            _terminal.Error.WriteLine(OneLine.Of($"assay: {error.Message}"));
            return false;
        }
    }
}
