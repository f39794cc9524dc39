using System.CommandLine;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Models.NGrams;
using Microsoft.Extensions.AI;

namespace Assay.Cli.Verbs;

/// <summary><c>assay lm sample</c>: lets an n-gram model continue a text.</summary>
internal sealed class LmSampleVerb
{
    private readonly CommandTerminal _terminal;
    private readonly Argument<string> _model = new("MODEL") { Description = "A model of 'assay lm train'." };

    private readonly Option<string?> _prompt = OptionFactory.Text("--prompt", "TEXT", "What to continue. Default: the start of a text.");

    private readonly Option<int> _tokens = OptionFactory.Number(
        "--tokens", "Tokens at most.", 100, "takes a whole number of at least 1", static most => most >= 1 ? null : "takes a whole number of at least 1");

    private readonly Option<float> _temperature = OptionFactory.Number<float>(
        "--temperature", "Divides the log-probabilities; 0 takes the most probable token.", 1, "takes a number that is not negative",
        static temperature => temperature >= 0 && float.IsFinite(temperature) ? null : "takes a number that is not negative");

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of the draws: the same model and seed give the same text.");

    private readonly Option<string?> _output = StandardOptions.Output("text");

    private LmSampleVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        LmSampleVerb verb = new(terminal);
        VerbCommand command = new("sample", "Lets an n-gram model write.")
        {
            Details = "Writes the continuation alone, without the prompt; it may end before --tokens, where the model ends the text.",
            Examples = [new Example("Twenty tokens", "assay lm sample model.bin --prompt \"Once upon\" --tokens 20 --seed 7")],
        };
        command.Arguments.Add(verb._model);
        command.AddGroup("What is written", [verb._prompt, verb._tokens, verb._temperature, verb._seed, verb._output]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ResultWriter.Check("--output", parse.GetValue(_output));
        string path = parse.GetRequiredValue(_model);
        using NGramChatClient client = new(NGramModels.Load(path), path, parse.GetValue(_seed));
        ChatOptions options = new() { MaxOutputTokens = parse.GetValue(_tokens), Temperature = parse.GetValue(_temperature) };
        ChatResponse answer = await client.GetResponseAsync([new ChatMessage(ChatRole.User, parse.GetValue(_prompt) ?? "")], options, cancellation);
        ResultWriter.WriteText(answer.Text + "\n", parse.GetValue(_output), _terminal);
        return ExitCode.Done;
    }
}
