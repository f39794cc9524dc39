using System.CommandLine;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Watermarks;
using Assay.Models.NGrams;

namespace Assay.Cli.Verbs;

/// <summary><c>assay watermark generate</c>: writes a marked text.</summary>
internal sealed class WatermarkGenerateVerb
{
    private readonly CommandTerminal _terminal;
    private readonly WatermarkKeyOptions _key = new();
    private readonly Argument<string> _model = new("MODEL") { Description = "A model of 'assay lm train'." };

    private readonly Option<string?> _prompt = OptionFactory.Text("--prompt", "TEXT", "What to continue; it is not marked. Default: the start of a text.");

    private readonly Option<int> _tokens = OptionFactory.Number(
        "--tokens", "Tokens at most.", 200, "takes a whole number of at least 1", static most => most >= 1 ? null : "takes a whole number of at least 1");

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of the place in the key where the text begins: one key and seed always give one text.");

    private readonly Option<string?> _output = StandardOptions.Output("text");

    private WatermarkGenerateVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        WatermarkGenerateVerb verb = new(terminal);
        VerbCommand command = new("generate", "Writes a marked text.")
        {
            Details = "Robust distortion-free watermarks (Kuditipudi et al. 2023): the key takes the place of chance, so that texts are as probable as "
                + "before, and whoever has the key can find the mark. The text is written as it is, without a line feed at its end.",
            Examples = [new Example("A marked text", "assay watermark generate model.bin --key 1234 --tokens 64 > marked.txt")],
        };
        command.Arguments.Add(verb._model);
        verb._key.AddTo(command);
        command.AddGroup("What is written", [verb._prompt, verb._tokens, verb._seed, verb._output]);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        ResultWriter.Check("--output", parse.GetValue(_output));
        NGramNextTokens model = new(NGramModels.Load(parse.GetRequiredValue(_model)));
        IReadOnlyList<int> text = WatermarkGenerator.Generate(
            model, _key.Read(parse), parse.GetValue(_prompt) ?? "", parse.GetValue(_tokens), parse.GetValue(_seed), cancellation);
        ResultWriter.WriteText(model.Join(text), parse.GetValue(_output), _terminal);
        return ExitCode.Done;
    }
}
