using System.CommandLine;
using System.Globalization;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Models.NGrams;
using Assay.Storage.Texts;

namespace Assay.Cli.Verbs;

/// <summary><c>assay lm train</c>: trains an n-gram model from text files.</summary>
internal sealed class LmTrainVerb
{
    private readonly CommandTerminal _terminal;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Texts: a file is one text, or JSON Lines with a text in each row's text or contents; plain or .gz.",
    };

    private readonly Option<int> _order = OptionFactory.Number(
        "--order", "Longest n-grams, from 1 to 6.", 5, "takes a whole number from 1 to 6",
        static order => order is >= 1 and <= NGramModel.MostOrder ? null : "takes a whole number from 1 to 6");

    private readonly Option<TextUnit> _unit = OptionFactory.Choice(
        "--unit", "What a token is: a word with the space before it, or a code point.", TextUnit.Words,
        ("words", TextUnit.Words), ("characters", TextUnit.Characters));

    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "MODEL", Description = "The file of the model.", Required = true };

    private readonly Option<bool> _quiet = StandardOptions.Quiet();

    private LmTrainVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        LmTrainVerb verb = new(terminal);
        VerbCommand command = new("train", "Trains an n-gram model from texts.")
        {
            Details = "Interpolated modified Kneser-Ney. The model repeats what its texts say; it is for trying out and checking methods that need "
                + "log-probabilities, without a network.",
            Examples = [new Example("A model of two files", "assay lm train one.txt two.txt --order 4 --output model.bin")],
        };
        command.Arguments.Add(verb._files);
        command.AddGroup("What is trained", [verb._order, verb._unit]);
        command.AddGroup("What is written", [verb._output, verb._quiet]);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string output = parse.GetRequiredValue(_output)!;
        ResultWriter.Check("--output", output);
        string[] files = parse.GetRequiredValue(_files);
        NGramModel model = NGramModel.Train(
            files.SelectMany(file => TextCorpus.Read(file, cancellation)), parse.GetValue(_unit), parse.GetValue(_order), cancellation);
        NGramModels.Save(model, output);
        PeopleNotes notes = new(_terminal, parse.GetValue(_quiet));
        notes.Note(string.Create(CultureInfo.InvariantCulture, $"{model.VocabularySize} tokens, {model.NGramCount} n-grams of up to {model.Order}."));
        notes.Written(output);
        return ExitCode.Done;
    }
}
